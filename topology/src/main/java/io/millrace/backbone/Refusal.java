package io.millrace.backbone;

import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.Refused;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ways to say no. */
public final class Refusal {

    private Refusal() {}

    public static Refused unknown(final String detail) {
        return of(RefusalKind.UNKNOWN, "NOT_FOUND", detail);
    }

    public static Refused unknown(final String code, final String detail) {
        return of(RefusalKind.UNKNOWN, code, detail);
    }

    /** The command doesn't fit what is there now. */
    public static Refused conflict(final String code, final String detail) {
        return of(RefusalKind.CONFLICT, code, detail);
    }

    /** Understood, but not to be done. */
    public static Refused unprocessable(final String code, final String detail) {
        return of(RefusalKind.UNPROCESSABLE, code, detail);
    }

    public static Refused forbidden(final String code, final String detail) {
        return of(RefusalKind.FORBIDDEN, code, detail);
    }

    public static Refused wrongState(final Enum<?> state, final String detail) {
        return with(conflict("WRONG_STATE", detail), "state", state.name());
    }

    public static Refused of(final RefusalKind kind, final String code, final String detail) {
        return new Refused(kind, code, detail, Map.of());
    }

    /** The same refusal, saying one thing more that helps. */
    public static Refused with(final Refused refused, final String hint, final Object value) {
        final Map<String, Object> hints = new LinkedHashMap<>(refused.getHints());
        hints.put(hint, value);
        return new Refused(refused.getKind(), refused.getCode(), refused.getDetail(), hints);
    }
}
