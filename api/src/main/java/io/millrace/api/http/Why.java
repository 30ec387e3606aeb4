package io.millrace.api.http;

import io.millrace.api.json.Json;
import io.millrace.api.json.Values;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.schemas.Row;

/** Why a page says so: the event that last changed a row, the command behind it, who sent it and when. */
final class Why {

    private Why() {}

    static byte[] of(final Business business, final Resources resources, final Row row) {
        return Json.bytes(json -> {
            json.writeStartObject();
            Values.field(json, business.deskWord(), row.getDesk());
            Values.field(json, "event", row.getEvent());
            Values.field(json, "seq", row.getSeq());
            Values.field(json, "at", row.getAt());
            Values.field(json, "command", row.getCommand());
            Values.field(json, "commandId", row.getCommandId());
            Values.field(json, "actor", row.getActor());
            Values.field(json, "cause", row.getCause());
            Values.field(json, "token", resources.token(row).toString());
            json.writeEndObject();
        });
    }
}
