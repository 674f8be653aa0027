package fr.hubee.it.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reads the words of a page, as lines: sentences, buttons and fields, those of closed dialogs too. */
final class PageLines {
    private static final Set<String> SILENT = Set.of("script", "style", "svg", "noscript", "option", "iframe");

    private static final Set<String> CONTROLS = Set.of("button", "input", "select", "textarea");

    private static final String BLOCKS =
            "p, div, section, form, ul, ol, li, dl, dt, dd, h1, h2, h3, blockquote, fieldset, legend, table, tr, td, th, nav, label, details, "
                    + "summary, " + String.join(", ", CONTROLS);

    /**
     * A line of a page.
     *
     * @param place the dialog or the section where it stands
     */
    record PageLine(String place, String text) {}

    private final List<PageLine> lines = new ArrayList<>();

    private PageLines() {}

    /** @param place of what stands in no dialog and in no section with a title */
    static List<PageLine> of(Element part, String place) {
        var read = new PageLines();
        read.read(part, place);
        return read.lines.stream().distinct().toList();
    }

    private void read(Element element, String place) {
        if (SILENT.contains(element.tagName()) || element.hasClass("ui-dialog-titlebar")) {
            return;
        }
        if (CONTROLS.contains(element.tagName())) {
            add(place, control(element));
        } else if (element.is("label")) {
            element.select("input").forEach(input -> add(place, control(input)));
        } else if (element.is("dt")) {
            add(place, element.text() + " : " + text(element.nextElementSibling()));
        } else if (!element.is("dd")) {
            readInside(element, place(element, place));
        }
    }

    private void readInside(Element element, String place) {
        if (element.select(BLOCKS).stream().allMatch(element::equals)) {
            var link = element.is("a") ? element : element.selectFirst("> a:only-child");
            add(place, link != null && link.text().equals(element.text()) ? "[lien] " + link.text() : element.text());
            return;
        }
        for (var node : element.childNodes()) {
            if (node instanceof Element child) {
                read(child, place);
            } else if (node instanceof TextNode text) {
                add(place, text.text().strip());
            }
        }
    }

    private static String place(Element element, String place) {
        if (element.hasClass("ui-dialog")) {
            return "Fenêtre « " + text(element.selectFirst(".ui-dialog-title")) + " »";
        }
        var title = element.is("section") ? element.selectFirst("> h2") : null;
        return title == null || title.hasClass("only-heard") ? place : title.text();
    }

    private void add(String place, String text) {
        if (!text.isEmpty()) {
            lines.add(new PageLine(place, text));
        }
    }

    private static String control(Element control) {
        var disabled = control.hasAttr("disabled") ? " (grisé)" : "";
        return switch (control.tagName()) {
            case "button" -> "[bouton] " + control.text() + disabled;
            case "select" -> "[choix] " + label(control) + " : " + chosen(control);
            case "textarea" ->
                control.hasAttr("readonly") ? "" : "[texte, " + control.attr("maxlength") + "] " + label(control);
            default -> input(control);
        };
    }

    private static String input(Element input) {
        return switch (input.attr("type")) {
            case "hidden" -> "";
            case "file" -> "[fichier, " + input.attr("accept") + "] " + label(input);
            case "checkbox", "radio" -> (input.hasAttr("checked") ? "[coché] " : "[case] ") + label(input);
            case "submit", "button" -> "[bouton] " + input.attr("value");
            default -> "[champ] " + label(input) + (input.hasAttr("value") ? " : " + input.attr("value") : "");
        };
    }

    private static String chosen(Element select) {
        var chosen = select.selectFirst("option[selected]");
        return chosen == null
                ? select.select("option").stream().map(Element::text).collect(Collectors.joining(" / "))
                : chosen.text();
    }

    private static String label(Element control) {
        var named =
                control.id().isEmpty() ? null : control.ownerDocument().selectFirst("label[for=" + control.id() + "]");
        var label = named == null ? control.closest("label") : named;
        return label == null ? control.attr("aria-label") : label.text();
    }

    private static String text(Element element) {
        return element == null ? "" : element.text();
    }
}
