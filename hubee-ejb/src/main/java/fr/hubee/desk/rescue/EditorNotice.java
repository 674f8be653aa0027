package fr.hubee.desk.rescue;

import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.mail.template.MailValues;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The mail to the editor of silent software: which service, which démarche, how many wait, since when; nothing about a person. */
final class EditorNotice {
    private static final DateTimeFormatter MOMENT = Paris.moments("d MMMM uuuu 'à' " + Paris.HOUR);

    private EditorNotice() {}

    static MailValues of(SilentSubscription silence, long waiting) {
        var page = "/abonnement?id=" + silence.subscription();
        var since = MOMENT.format(silence.since());
        var count = waiting == 1 ? "1 télédossier attend" : waiting + " télédossiers attendent";
        return MailValues.of("process", silence.processName())
                .and("organization", silence.serviceName())
                .and("since", since)
                .and("waiting", count)
                .and("listPath", page)
                .and("settingsPath", page)
                // for the release before, which sends it as a digest
                .and(
                        "news",
                        List.of(MailValues.of("text", count + " un logiciel silencieux depuis le " + since)
                                .and("listPath", page)));
    }
}
