package fr.hubee.demonstration.data;

import java.time.Instant;
import java.util.List;

/** A télédossier with its history until now. */
record SampleFolder(
        SampleTown town,
        SampleProcess process,
        String number,
        Applicant applicant,
        Instant created,
        List<SampleFile> files,
        List<HistoryStep> steps) {

    Instant transmitted() {
        return created.plusSeconds(4);
    }

    Instant updated() {
        return steps.isEmpty() ? transmitted() : steps.get(steps.size() - 1).at();
    }

    String status() {
        var status = "HUBEE_NOTIFIED";
        for (var step : steps) {
            status = step.after() == null ? status : step.after();
        }
        return status;
    }
}
