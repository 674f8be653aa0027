package fr.hubee.desk.casework;

import java.util.List;
import java.util.UUID;

/** The results of a change of status for several cases, one line each, in the requested order. */
public record MoveReport(List<Line> lines) {

    /**
     * @param externalId null when the person may not see the case
     * @param done whether the case now has the requested status
     * @param text the reason of a refusal, or that nothing had to be done; else null
     */
    public record Line(UUID id, String externalId, boolean done, String text) {}

    public List<Line> done() {
        return lines.stream().filter(Line::done).toList();
    }

    public List<Line> refused() {
        return lines.stream().filter(line -> !line.done()).toList();
    }
}
