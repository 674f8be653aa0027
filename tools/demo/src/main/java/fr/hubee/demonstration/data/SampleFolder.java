package fr.hubee.demonstration.data;

import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;

/**
 * A télédossier with its history until now.
 *
 * @param handler the login of the person who takes it; null for nobody
 */
record SampleFolder(
        SampleTown town,
        SampleProcess process,
        String number,
        SampleApplicant applicant,
        Instant created,
        List<SampleFile> files,
        List<HistoryStep> steps,
        String handler) {

    Instant transmitted() {
        return created.plusSeconds(4);
    }

    CaseStatus status() {
        var status = CaseStatus.HUBEE_NOTIFIED;
        for (var step : steps) {
            status = step.after() == null ? status : step.after();
        }
        return status;
    }
}
