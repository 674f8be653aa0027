package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.mail.MailDesk;
import fr.hubee.mail.MailOutboxService;
import fr.hubee.mail.MailQuery;
import fr.hubee.mail.MailSendingService;
import fr.hubee.mail.MailSweepService;
import java.util.List;

/** The outbox: the national administrator looks at it, the hub itself empties it. */
final class MailRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private MailRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "MailOutboxService.page",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(MailOutboxService.class).page(new MailQuery(null, null, null, 0, 1))),
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
                                service(MailSendingService.class).sendDue()),
                Right.of("MailDesk.isAnyDue", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).isAnyDue();
                    return true;
                }),
                Right.of("MailDesk.claim", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).claim();
                    return true;
                }),
                Right.of("MailDesk.giveBack", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).giveBack(List.of());
                    return true;
                }),
                Right.of(
                        "MailDesk.values",
                        "BATCH",
                        (world, side, caller) -> service(MailDesk.class).values(null)),
                Right.of("MailDesk.sent", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).sent(null);
                    return true;
                }),
                Right.of("MailDesk.dropped", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).dropped(null, "");
                    return true;
                }),
                Right.of("MailDesk.failed", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).failed(null, "");
                    return true;
                }),
                Right.of("MailDesk.refused", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).refused(null, "");
                    return true;
                }),
                Right.of("MailDesk.giveUpOneOverdue", "BATCH", (world, side, caller) -> {
                    service(MailDesk.class).giveUpOneOverdue("");
                    return true;
                }),
                Right.of(
                        "MailSweepService.forgetOld",
                        "BATCH",
                        (world, side, caller) -> service(MailSweepService.class).forgetOld()));
    }
}
