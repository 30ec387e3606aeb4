package io.millrace.bank;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.CompleteTransfer;
import io.millrace.schemas.bank.ReceiveTransfer;
import io.millrace.schemas.bank.ReturnTransfer;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferRejected;
import io.millrace.schemas.bank.TransferSent;
import java.util.List;

/** How a transfer goes on: sent, it is to arrive; arrived, it is completed; rejected, it is given back. */
final class TransferSteps {

    private TransferSteps() {}

    static List<Reaction> of(final BankEvent event, final Moment moment) {
        return switch (event) {
            case TransferSent e ->
                List.of(new Reaction(e.getTo(), new ReceiveTransfer(e.getFrom(), e.getNumber(), e.getAmount())));
            case TransferReceived e -> List.of(new Reaction(e.getFrom(), new CompleteTransfer(e.getNumber())));
            case TransferRejected e ->
                List.of(new Reaction(e.getFrom(), new ReturnTransfer(e.getNumber(), e.getReason())));
            default -> List.of();
        };
    }
}
