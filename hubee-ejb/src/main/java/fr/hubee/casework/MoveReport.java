package fr.hubee.casework;

import java.util.List;
import java.util.UUID;

/** What came of moving several cases, one line for each, in the order in which they were asked for. */
public record MoveReport(List<Line> lines) {

    /**
     * @param externalId null when the person may not know of the case
     * @param done whether the case has the wanted status now
     * @param text why not, or that there was nothing left to do; else null
     */
    public record Line(UUID id, String externalId, boolean done, String text) {}

    public List<Line> done() {
        return lines.stream().filter(Line::done).toList();
    }

    public List<Line> refused() {
        return lines.stream().filter(line -> !line.done()).toList();
    }
}
