package fr.hubee.portal.exchange;

import java.time.Instant;
import java.util.List;

/**
 * The paper of a télédossier.
 *
 * @param foot at the foot of each page, before its number
 */
public record CaseSheet(String title, String printed, List<Section> sections, String foot, Instant made) {

    /** @param intro may be empty */
    public record Section(String title, String intro, List<Paper.Fact> items) {}
}
