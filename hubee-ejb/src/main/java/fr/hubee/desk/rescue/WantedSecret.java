package fr.hubee.desk.rescue;

import fr.hubee.mail.template.MailValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A secret that somebody is asked to make.
 *
 * @param organization its name
 * @param purpose the name of the démarche, or of the client
 * @param page where it is made
 */
record WantedSecret(String organization, String purpose, String page) {

    static String pageOf(String clientId) {
        return "/cle-secrete?identifiant=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8);
    }

    static String pageOf(UUID subscription) {
        return "/abonnement?id=" + subscription;
    }

    MailValues values(String asker) {
        return MailValues.of("organization", organization)
                .and("process", purpose)
                .and("asker", asker)
                .and("listPath", page)
                .and("settingsPath", page)
                // for the release before, which sends it as a digest
                .and(
                        "news",
                        List.of(MailValues.of("text", asker + " vous demande de faire une nouvelle clé secrète")
                                .and("listPath", page)));
    }
}
