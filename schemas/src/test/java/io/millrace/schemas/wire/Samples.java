package io.millrace.schemas.wire;

import io.millrace.schemas.Notice;
import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.Refused;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.PaymentCommand;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** Records whose bytes are known by heart. */
final class Samples {
    static final Notice NOTICE =
            new Notice("a@1", "cafe", "g", "o/1", "kim", "Ready é", Instant.ofEpochMilli(1_700_000_000_123L));

    static final Refused REFUSED = new Refused(RefusalKind.CONFLICT, "sold-out", "None left", Map.of("left", "0"));

    /** What docs/producers.md writes from Python, where a payload is named by its record. */
    static final PaymentCommand PAYMENT = new PaymentCommand(
            "payment-4711",
            "gangnam",
            Instant.ofEpochMilli(1_700_000_000_123L),
            "payment-provider",
            new ApprovePayment(17L));

    /** Written down by hand from the Avro and Confluent specifications; no code of ours made it. */
    static final byte[] NOTICE_BYTES = hex(
            // magic, id 1
            "00 00000001"
                    // id "a@1", business "cafe", desk "g"
                    + "06 614031 08 63616665 02 67"
                    // about "o/1", person "kim"
                    + "06 6f2f31 06 6b696d"
                    // message "Ready é": eight bytes of UTF-8
                    + "10 526561647920c3a9"
                    // at: a zig-zag varint of milliseconds
                    + "f6 a1 ab fe f9 62");

    static final byte[] REFUSED_BYTES = hex(
            // magic, id 2
            "00 00000002"
                    // kind: the fifth symbol, code "sold-out"
                    + "08 10 736f6c642d6f7574"
                    // detail "None left"
                    + "12 4e6f6e65206c656674"
                    // hints: one block of one pair "left" -> the union's first branch, "0"; then the end
                    + "02 08 6c656674 00 02 30 00");

    /** fastavro, which writes for Python's clients, makes the same of it. */
    static final byte[] PAYMENT_BYTES = hex(
            // magic, id 3
            "00 00000003"
                    // commandId "payment-4711", desk "gangnam", at
                    + "18 7061796d656e742d34373131 0e 67616e676e616d f6 a1 ab fe f9 62"
                    // actor: the union's second branch, "payment-provider"
                    + "02 20 7061796d656e742d70726f7669646572"
                    // payload: the union's first branch, number 17
                    + "00 22");

    private Samples() {}

    static byte[] hex(final String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
