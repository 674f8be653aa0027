package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.casework.MoveReport;
import fr.hubee.portal.page.PageMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The result of an action on several télédossiers: what was done, and what was refused, by reason. */
record BatchReport(BatchAct act, MoveReport report) {
    /** @param comment the one that refused télédossiers did not get: the user can copy it; may be null */
    void tell(String comment) {
        var done = report.done().size();
        if (done > 0) {
            PageMessages.success((done == 1 ? "1 télédossier est" : done + " télédossiers sont") + " maintenant « "
                    + act.wanted().label() + " ».");
        }
        report.refused().stream()
                .collect(Collectors.groupingBy(MoveReport.Line::text, LinkedHashMap::new, Collectors.toList()))
                .forEach((reason, lines) -> PageMessages.refusal(refusal(reason, lines)));
        if (comment != null && !comment.isBlank() && !report.refused().isEmpty()) {
            PageMessages.refusal("Votre commentaire n’y est pas enregistré : « " + comment + " »");
        }
    }

    private static String refusal(String reason, List<MoveReport.Line> lines) {
        var numbers = lines.stream()
                .map(MoveReport.Line::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        var count =
                lines.size() == 1 ? "1 télédossier n’a pas changé" : lines.size() + " télédossiers n’ont pas changé";
        return count + (numbers.isEmpty() ? "" : " (" + numbers + ")") + " : " + reason;
    }
}
