package fr.hubee.portal.exchange;

import fr.hubee.portal.exchange.CaseSheet.Section;
import fr.hubee.portal.exchange.Paper.Fact;
import java.io.IOException;
import java.util.List;

/** Writes a télédossier as a PDF of as many pages as it needs; each page names the télédossier, and has its number. */
public final class CaseSheetPdf {
    private static final float LEFT = 60;
    private static final float WIDTH = 475;
    private static final float TOP = 780;
    private static final float BOTTOM = 80;
    private static final float FOOT = 45;
    private static final float NAMES = 110;
    private static final float TEXTS = LEFT + NAMES + 12;
    private static final float TITLE = 20;
    private static final float SUBTITLE = 13;
    private static final float TEXT = 9.5f;
    private static final float SMALL = 8.5f;
    private static final float BLACK = 0.1f;
    private static final float GRAY = 0.35f;

    private final CaseSheet sheet;
    private final TaggedDocument document;
    private TaggedPage page;
    private float y;

    private CaseSheetPdf(CaseSheet sheet, TaggedDocument document) {
        this.sheet = sheet;
        this.document = document;
    }

    public static byte[] of(CaseSheet sheet) throws IOException {
        try (var document = new TaggedDocument(sheet.title(), sheet.made())) {
            return new CaseSheetPdf(sheet, document).write();
        }
    }

    private byte[] write() throws IOException {
        newPage();
        page.text("P", "HubEE, hub d’échange de l’État", LEFT, y, TEXT, GRAY);
        y -= 36;
        text("H1", sheet.title(), TITLE, BLACK);
        text("P", sheet.printed(), TEXT, GRAY);
        for (var section : sheet.sections()) {
            section(section);
        }
        feet();
        return document.write(true);
    }

    private void newPage() throws IOException {
        page = document.addPage();
        y = TOP;
    }

    /** Writes a section; its title stays on the page of its first lines. */
    private void section(Section section) throws IOException {
        need(5 * SUBTITLE);
        y -= 16;
        text("H2", section.title(), SUBTITLE, BLACK);
        if (!section.intro().isEmpty()) {
            text("P", section.intro(), TEXT, GRAY);
            y -= 6;
        }
        for (var item : section.items()) {
            item(item);
        }
    }

    private void item(Fact item) throws IOException {
        var names = document.font().wrapped(item.name(), NAMES, TEXT);
        need((names.size() + 1) * TEXT * TaggedPage.LEADING);
        page.rule(LEFT, y + TEXT + 1, WIDTH);
        y -= 4;
        var first = page;
        page.text("P", names, LEFT, y, TEXT, GRAY);
        float below = y - names.size() * TEXT * TaggedPage.LEADING;
        for (var text : item.values()) {
            lines("P", document.font().wrapped(text, LEFT + WIDTH - TEXTS, TEXT), TEXTS, TEXT, BLACK);
        }
        y = (first == page ? Math.min(y, below) : y) - 6;
    }

    private void text(String role, String text, float size, float gray) throws IOException {
        lines(role, document.font().wrapped(text, WIDTH, size), LEFT, size, gray);
    }

    /** Writes as many lines as the page has room for, and the rest on the next pages. */
    private void lines(String role, List<String> lines, float x, float size, float gray) throws IOException {
        float height = size * TaggedPage.LEADING;
        var rest = lines;
        while (!rest.isEmpty()) {
            need(height);
            int fit = Math.min(rest.size(), Math.max(1, (int) ((y - BOTTOM) / height)));
            page.text(role, rest.subList(0, fit), x, y, size, gray);
            y -= fit * height;
            rest = rest.subList(fit, rest.size());
        }
    }

    private void need(float height) throws IOException {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    private void feet() throws IOException {
        var pages = document.pages();
        for (int number = 1; number <= pages.size(); number++) {
            var place = " – page " + number + " sur " + pages.size();
            var foot = document.font().wrapped(sheet.foot() + place, WIDTH, SMALL);
            float line = FOOT;
            for (var each : foot) {
                pages.get(number - 1).margin(each, LEFT, line, SMALL, GRAY);
                line -= SMALL * TaggedPage.LEADING;
            }
        }
    }
}
