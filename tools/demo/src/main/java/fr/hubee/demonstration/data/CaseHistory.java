package fr.hubee.demonstration.data;

import static fr.hubee.exchange.status.ActionType.ATTACH_DEPOSIT;
import static fr.hubee.exchange.status.ActionType.ATTACH_DL;
import static fr.hubee.exchange.status.ActionType.ATTACH_DL_ALL;
import static fr.hubee.exchange.status.ActionType.COM_ADD;
import static fr.hubee.exchange.status.ActionType.SENDING_MESSAGE;
import static fr.hubee.exchange.status.ActionType.STATUS_UPDATE;
import static fr.hubee.exchange.status.CaseStatus.ADD_AWAITING;
import static fr.hubee.exchange.status.CaseStatus.CLOSED;
import static fr.hubee.exchange.status.CaseStatus.DONE;
import static fr.hubee.exchange.status.CaseStatus.HUBEE_NOTIFIED;
import static fr.hubee.exchange.status.CaseStatus.IN_PROGRESS;
import static fr.hubee.exchange.status.CaseStatus.REFUSED;
import static fr.hubee.exchange.status.CaseStatus.SENT;
import static fr.hubee.exchange.status.CaseStatus.SI_INTG_ERROR;
import static fr.hubee.exchange.status.CaseStatus.SI_RECEIVED;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** The history of one case until now: the same actions, in the same order, as by people and software. */
final class CaseHistory {
    private final SampleTown town;
    private final SampleProcess process;
    private final SampleApplicant applicant;
    private final Instant now;
    private final Random random;
    private final List<HistoryStep> steps = new ArrayList<>();
    private Instant time;
    private CaseStatus status = HUBEE_NOTIFIED;
    private String agent;

    CaseHistory(
            SampleTown town,
            SampleProcess process,
            SampleApplicant applicant,
            Instant sent,
            Instant now,
            Random random) {
        this.town = town;
        this.process = process;
        this.applicant = applicant;
        this.time = sent;
        this.now = now;
        this.random = random;
        this.agent = town.authors().get(random.nextInt(town.authors().size()));
    }

    /** The steps before now. */
    List<HistoryStep> steps() {
        return List.copyOf(steps);
    }

    /** Whether its town has begun the work, and not ended it. */
    boolean isOpen() {
        return EnumSet.of(SI_RECEIVED, IN_PROGRESS, ADD_AWAITING).contains(status);
    }

    CaseHistory any() {
        fetched();
        int chance = random.nextInt(100);
        if (!town.inPortal() && chance < 4) {
            return integrationError();
        } else if (chance < 10 && process != SampleProcess.DEATH) { // its démarche never refuses
            return received().refused().closed();
        } else if (chance < 26 && process.complements) {
            return received().begun().complements().handled().closed();
        } else if (chance < 40 && process.messages) {
            return received().begun().letters().handled().closed();
        } else if (chance < 44) {
            return received().begun().handled().closed().reopened();
        } else if (chance < 52) {
            return received().begun().noted();
        }
        return received().begun().handled().closed();
    }

    CaseHistory fetched() {
        int wait = random.nextInt(35);
        time = time.plusSeconds(town.inPortal() ? 1 + wait / 10 : 20 + wait);
        if (town.inPortal()) {
            return add(HistoryStep.By.HUB, null, STATUS_UPDATE, SENT, null, null, List.of());
        }
        return byTown(STATUS_UPDATE, SENT, null, null, List.of());
    }

    CaseHistory received() {
        later(1, 30);
        return byTown(STATUS_UPDATE, SI_RECEIVED, null, null, List.of());
    }

    CaseHistory begun() {
        later(1, 20);
        byTown(process.files(applicant, "").size() > 1 ? ATTACH_DL_ALL : ATTACH_DL, null, null, null, List.of());
        time = time.plusSeconds(30);
        return byTown(STATUS_UPDATE, IN_PROGRESS, null, null, List.of());
    }

    CaseHistory noted() {
        later(4, 60);
        return byTown(
                COM_ADD, null, null, "Acte introuvable dans le registre de 1987 : voir avec les archives.", List.of());
    }

    CaseHistory letters() {
        later(2, 40);
        byTown(
                SENDING_MESSAGE,
                null,
                "Bonjour, pouvez-vous nous préciser le prénom de votre mère ? Merci.",
                null,
                List.of());
        later(3, 48);
        return byOperator(SENDING_MESSAGE, null, "Bonjour, elle s’appelle Dominique. Bien à vous.", List.of());
    }

    /** A message for somebody else has just been sent: its operator has not read it. */
    CaseHistory mistaken() {
        time = now.minus(Duration.ofMinutes(1));
        return byTown(SENDING_MESSAGE, null, "Bonjour, votre acte de mariage est prêt.", null, List.of());
    }

    /** Complements are requested and do not arrive. */
    CaseHistory waiting() {
        return fetched().received().begun().asked();
    }

    private CaseHistory asked() {
        later(2, 10);
        return byTown(
                STATUS_UPDATE,
                ADD_AWAITING,
                "Il manque un justificatif de domicile de moins de trois mois.",
                "Relancer dans dix jours sans réponse.",
                List.of());
    }

    CaseHistory complements() {
        return completed().received().begun();
    }

    /** Complements are requested, and arrive: it is new again. */
    CaseHistory completed() {
        asked();
        later(20, 120);
        var proof = SampleFile.pdf(
                "justificatif-domicile.pdf", "jf", "Justificatif de domicile", List.of(applicant.lastName()));
        byOperator(ATTACH_DEPOSIT, HUBEE_NOTIFIED, null, List.of(proof));
        return fetched();
    }

    /** Most are handled; some take longer. */
    CaseHistory handled() {
        later(10, 160);
        if (process.complements) {
            var certificate = SampleFile.pdf(
                    "attestation-de-recensement.pdf",
                    "10870-PDF",
                    "Attestation de recensement",
                    List.of(applicant.firstName() + " " + applicant.lastName()));
            byTown(ATTACH_DEPOSIT, null, null, null, List.of(certificate));
            time = time.plusSeconds(90);
        }
        return byTown(STATUS_UPDATE, DONE, null, random.nextInt(4) == 0 ? "Envoyé par courrier." : null, List.of());
    }

    /** Refused, and not yet closed by the operator. */
    CaseHistory turnedDown() {
        return fetched().received().refused();
    }

    CaseHistory refused() {
        later(4, 60);
        return byTown(
                STATUS_UPDATE,
                REFUSED,
                process.messages ? "Votre demande relève d’une autre commune." : null,
                "Pas de notre ressort.",
                List.of());
    }

    CaseHistory integrationError() {
        later(1, 4);
        return byTown(STATUS_UPDATE, SI_INTG_ERROR, null, "Pièce jointe illisible.", List.of());
    }

    CaseHistory closed() {
        later(20, 140);
        return byOperator(STATUS_UPDATE, CLOSED, null, List.of());
    }

    CaseHistory reopened() {
        later(48, 400);
        byOperator(
                STATUS_UPDATE,
                HUBEE_NOTIFIED,
                process.messages ? "Une erreur s’est glissée dans mon nom d’usage." : null,
                List.of());
        return fetched();
    }

    /** Continues a random number of hours later, during working hours. */
    private void later(int least, int most) {
        time = WorkingHours.from(
                time.plus(Duration.ofMinutes(least * 60L + random.nextInt((most - least) * 60))), random);
        agent = random.nextInt(4) > 0
                ? agent
                : town.authors().get(random.nextInt(town.authors().size()));
    }

    private CaseHistory byTown(
            ActionType action, CaseStatus after, String message, String comment, List<SampleFile> files) {
        return add(HistoryStep.By.TOWN, agent, action, after, message, comment, files);
    }

    private CaseHistory byOperator(ActionType action, CaseStatus after, String message, List<SampleFile> files) {
        return add(HistoryStep.By.OPERATOR, process.operator.application, action, after, message, null, files);
    }

    private CaseHistory add(
            HistoryStep.By party,
            String author,
            ActionType action,
            CaseStatus after,
            String message,
            String comment,
            List<SampleFile> files) {
        if (time.isBefore(now)) {
            steps.add(new HistoryStep(time, party, author, action, status, after, message, comment, files));
            status = after == null ? status : after;
        }
        return this;
    }
}
