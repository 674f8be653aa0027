package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The télédossiers of one démarche that nobody of one service has opened.
 *
 * @param subscription null when it no longer exists
 * @param email of the subscription, null when no mail is wanted there
 * @param inSoftware whether they arrived for the software of the service, whatever its current subscription
 * @param oldest since when the first of them waits
 * @param from and {@code to} are when the first and the last of them were transmitted
 */
public record Unopened(
        OrganizationKey service,
        String serviceName,
        String processCode,
        String processName,
        UUID subscription,
        String email,
        boolean inSoftware,
        long cases,
        Instant oldest,
        Instant from,
        Instant to) {

    /** @param row of a native query */
    static Unopened of(Object... row) {
        return new Unopened(
                new OrganizationKey(OrganizationType.valueOf((String) row[0]), (String) row[1], (String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (UUID) row[6],
                (String) row[7],
                (Boolean) row[8],
                (Long) row[9],
                (Instant) row[10],
                (Instant) row[11],
                (Instant) row[12]);
    }

    /**
     * Returns the link to the new ones of those days and of that service in the list; cases that software has not fetched are in no list.
     */
    public String list() {
        return "/teledossiers?statut=nouveaux&demarche=" + URLEncoder.encode(processCode, StandardCharsets.UTF_8)
                + "&service=" + service + "&du=" + day(from) + "&au=" + day(to) + "&tri=transmission-croissante";
    }

    /** Returns the link to exactly those that a mail announced with that identifier, if they are still new. */
    String announced(UUID line) {
        return "/teledossiers?statut=nouveaux&demarche=" + URLEncoder.encode(processCode, StandardCharsets.UTF_8)
                + "&annonce=" + line + "&tri=transmission-croissante";
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Paris.ZONE);
    }
}
