package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.kernel.trace.Asker;
import fr.hubee.mail.outbox.MailOutboxService;
import fr.hubee.mail.outbox.MailQuery;
import fr.hubee.mail.outbox.MailQueue;
import fr.hubee.mail.outbox.MailSendingService;
import java.util.List;

/** Rights on the outbox: the national administrator views it, the hub itself empties it. */
final class MailRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private MailRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "MailOutboxService.page",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(MailOutboxService.class)
                                .page(new MailQuery(null, null, null, null, false, 0, 1))),
                Right.of(
                        "MailOutboxService.counts",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(MailOutboxService.class).counts()),
                Right.of("MailOutboxService.retry", ADMINISTRATORS, (world, side, caller) -> {
                    service(MailOutboxService.class).retry(caller, null);
                    return true;
                }),
                // it reads nothing and answers a number: whoever posts a mail may have the outbox emptied
                Right.of(
                        "MailSendingService.sendDue",
                        "*",
                        (world, side, caller) ->
                                service(MailSendingService.class).sendDue(Asker.NOBODY)),
                Right.of("MailQueue.isAnyDue", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).isAnyDue();
                    return true;
                }),
                Right.of("MailQueue.claim", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).claim();
                    return true;
                }),
                Right.of("MailQueue.giveBack", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).giveBack(List.of());
                    return true;
                }),
                Right.of(
                        "MailQueue.values",
                        "BATCH",
                        (world, side, caller) -> service(MailQueue.class).values(null)),
                Right.of("MailQueue.sent", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).sent(null);
                    return true;
                }),
                Right.of("MailQueue.dropped", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).dropped(null, "");
                    return true;
                }),
                Right.of("MailQueue.failed", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).failed(null, "");
                    return true;
                }),
                Right.of("MailQueue.refused", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).refused(null, "");
                    return true;
                }),
                Right.of("MailQueue.isAnyAwaited", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).isAnyAwaited();
                    return true;
                }),
                Right.of("MailQueue.giveUpOneOverdue", "BATCH", (world, side, caller) -> {
                    service(MailQueue.class).giveUpOneOverdue("");
                    return true;
                }),
                Right.of(
                        "MailOutboxService.forgetOld",
                        "BATCH",
                        (world, side, caller) ->
                                service(MailOutboxService.class).forgetOld()));
    }
}
