package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchivePagesTest {
    private final ArchivePages pages = new ArchivePages(List.of("adr/", "../tools/", "onboarding.md"));

    @Test
    void bracketsThatHoldOnlyLostLinksGo() {
        assertEquals(
                "A node drains. A call is traced.",
                pages.withoutLostLinks(
                        "A node drains ([ADR 48](adr/48-a.md)). A call is traced\n([52](adr/52-b.md),\n[53](adr/53-c.md))."));
    }

    @Test
    void anotherLostLinkIsTextAndADecisionIsNamedSo() {
        assertEquals(
                "| measured by a run, decision 54 |",
                pages.withoutLostLinks("| [measured by a run](../tools/bench/run.md), [54](adr/54-d.md) |"));
    }

    @Test
    void aLinkToAPageOfTheArchiveStays() {
        var page =
                "See [the server](server.md#tls), [weaknesses](../SECURITY.md) ([settings](operations.md#settings)).";

        assertEquals(page, pages.withoutLostLinks(page));
    }
}
