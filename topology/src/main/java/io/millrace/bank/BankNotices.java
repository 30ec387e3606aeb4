package io.millrace.bank;

import io.millrace.backbone.Saying;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferReturned;
import java.util.List;

/** What an account's owner is told: what happens without their asking. */
final class BankNotices {

    static final String RECEIVED = "계좌에 이체 금액이 입금되었습니다.";
    static final String RETURNED = "이체하신 금액이 반환되었습니다.";

    private BankNotices() {}

    static List<Saying> of(final BankEvent event) {
        return switch (event) {
            case TransferReceived e -> List.of(new Saying(e.getOwner(), "history/" + e.getEntry(), RECEIVED));
            case TransferReturned e -> List.of(new Saying(e.getOwner(), "transfers/" + e.getNumber(), RETURNED));
            default -> List.of();
        };
    }
}
