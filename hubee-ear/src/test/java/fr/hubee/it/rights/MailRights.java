package fr.hubee.it.rights;

import fr.hubee.kernel.trace.Requester;
import fr.hubee.mail.outbox.MailOutboxService;
import fr.hubee.mail.outbox.MailQuery;
import fr.hubee.mail.outbox.MailQueue;
import fr.hubee.mail.outbox.MailSendingService;
import java.util.List;

/** Rights on the outbox: the national administrator views it, the hub itself empties it. */
final class MailRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private MailRights() {}

    static void add(RightsTable rights) {
        var outbox = rights.to(MailOutboxService.class);
        outbox.method("page", ADMINISTRATORS)
                .returns((it, caller, side) -> it.page(new MailQuery(null, null, null, null, false, 0, 1)));
        outbox.method("counts", ADMINISTRATORS).returns((it, caller, side) -> it.counts());
        outbox.method("retry", ADMINISTRATORS).runs((it, caller, side) -> it.retry(caller, null));
        outbox.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());

        // sendDue reads nothing and answers a number: any sender of a mail may have the outbox emptied
        rights.to(MailSendingService.class)
                .method("sendDue", "*")
                .returns((it, caller, side) -> it.sendDue(Requester.NOBODY));

        var queue = rights.to(MailQueue.class);
        queue.method("isAnyDue", "BATCH").runs((it, caller, side) -> it.isAnyDue());
        queue.method("claim", "BATCH").runs((it, caller, side) -> it.claim());
        queue.method("giveBack", "BATCH").runs((it, caller, side) -> it.giveBack(List.of()));
        queue.method("values", "BATCH").returns((it, caller, side) -> it.values(null));
        queue.method("settle", "BATCH").runs((it, caller, side) -> it.settle(null, null, ""));
        queue.method("isAnyAwaited", "BATCH").runs((it, caller, side) -> it.isAnyAwaited());
        queue.method("giveUpOneOverdue", "BATCH").runs((it, caller, side) -> it.giveUpOneOverdue(""));
    }
}
