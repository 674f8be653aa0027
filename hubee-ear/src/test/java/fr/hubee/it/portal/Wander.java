package fr.hubee.it.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;

/** Clicks at random, and judges each page that comes. It ends at the first one that is wrong. */
final class Wander {
    private static final List<String> WORDS = List.of(
            "Exemple",
            "L'Haÿ-les-Roses",
            "2026-11-30",
            "<b>gras</b>",
            "camille@usager.example",
            "0",
            "é".repeat(300),
            "%_'");

    /** Marks one of what she can press or fill, and says what it is. */
    private static final String CHOOSE = """
            const [number, acts] = arguments;
            document.querySelectorAll("[data-wander]").forEach((each) => each.removeAttribute("data-wander"));
            const posts = (each) => each.form?.method === "post" && each.matches("button:not([type=button]), [type=submit]");
            const page = /^([/]aide)?[/][a-z-]+([?](?!.*format=).*)?$/;
            const leads = (link) => link.origin === location.origin && !link.target && page.test(link.pathname + link.search);
            const shown = document.querySelector(".ui-dialog[aria-hidden=false]") ?? document;
            const all = [...shown.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden], [type=file])")]
              .filter((each) => each.checkVisibility() && !each.disabled && !each.readOnly)
              .filter((each) => !each.closest("[download], [lang=en], .ui-state-disabled, [action*=deconnexion]"))
              .filter((each) => (each.matches("a") ? leads(each) : acts || !posts(each)));
            const one = all[number % all.length];
            if (!one) return null;
            one.setAttribute("data-wander", "");
            one.scrollIntoView({ block: "center" });
            const kind = one.matches("textarea, input:not([type=checkbox], [type=radio], [type=submit], [type=button])") ? "type" : one.localName;
            return [kind, `${one.localName}#${one.id} « ${(one.innerText || one.name || "").trim().slice(0, 40)} » ${one.getAttribute("href") ?? ""}`];
            """;

    private static final String OPTION = """
            const list = document.querySelector("[data-wander]");
            list.selectedIndex = arguments[0] % list.options.length;
            list.dispatchEvent(new Event("change", { bubbles: true }));
            """;

    private static final String STATUS = "return performance.getEntriesByType('navigation')[0].responseStatus";

    private final Chrome chrome;
    private final Random random;
    private final boolean acts;
    private final Runnable begin;
    private final List<String> clicks = new ArrayList<>();
    private final Set<String> pages = new TreeSet<>();
    private int impossible;

    /**
     * @param acts whether she sends forms
     * @param begin opens the first page, and again when she was signed out
     */
    Wander(Chrome chrome, Random random, boolean acts, Runnable begin) {
        this.chrome = chrome;
        this.random = random;
        this.acts = acts;
        this.begin = begin;
    }

    /** Returns what is wrong, after the last clicks that led there; nothing when all is good. */
    String during(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        begin.run();
        var wrong = judge();
        while (wrong.isEmpty() && System.nanoTime() < end) {
            click();
            wrong = judge();
        }
        System.out.printf(
                "%d clicks, of which %d were not possible, on %d pages%n", clicks.size(), impossible, pages.size());
        var last = clicks.subList(Math.max(0, clicks.size() - 20), clicks.size());
        return wrong.stream().collect(Collectors.joining("\n"))
                + (wrong.isEmpty() ? "" : "\nafter " + String.join("\n      ", last));
    }

    private void click() {
        var chosen = (List<?>) chrome.script(CHOOSE, random.nextInt(Integer.MAX_VALUE), acts);
        if (chosen == null || random.nextInt(30) == 0) {
            chrome.keys(Keys.ESCAPE);
            begin.run();
            return;
        }
        clicks.add(chrome.local() + ": " + chosen.get(1));
        try {
            switch ((String) chosen.get(0)) {
                case "type" -> chrome.find("[data-wander]").sendKeys(WORDS.get(random.nextInt(WORDS.size())));
                case "select" -> chrome.script(OPTION, random.nextInt(Integer.MAX_VALUE));
                default -> chrome.touch("[data-wander]");
            }
        } catch (WebDriverException refused) { // something lies above it: nobody could click there
            impossible++;
            clicks.add("   not possible: "
                    + refused.getMessage().lines().findFirst().orElse(""));
        }
    }

    private List<String> judge() {
        var where = chrome.settled().path();
        pages.add(where);
        var wrong = new ArrayList<String>();
        var status = (long) chrome.script(STATUS);
        if (status >= 400) {
            wrong.add(where + " is answered " + status);
        }
        ((List<?>) chrome.script(Walk.WRONG)).forEach(each -> wrong.add(where + " " + each));
        chrome.problems(where).forEach(each -> wrong.add(where + " " + each));
        chrome.trouble().forEach(each -> wrong.add(where + " " + each));
        return wrong;
    }
}
