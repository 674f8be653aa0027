package fr.hubee.it.portal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openqa.selenium.Keys;

/**
 * Follows the links of the portal to one page of each kind, and checks it alone and with each dialog that its buttons open. It reports all
 * errors, not the first alone.
 */
final class Walk {
    /** Addresses of pages: no file to download, no other API. */
    private static final String PAGE = "(/aide)?/[a-z-]+(\\?(?!.*format=).*)?";

    /** The dialog that every page has; it is checked once. */
    private static final String OF_ALL_PAGES = "shortcuts";

    private static final String LINKS = """
            return [...document.querySelectorAll("a[href]")]
              .filter((link) => link.origin === location.origin && !link.closest("[download], [lang=en]"))
              .map((link) => link.pathname + link.search);
            """;

    private static final String OPENERS = """
            return [...document.querySelectorAll("[data-opens]")]
              .filter((button) => button.checkVisibility())
              .map((button) => (button.id ? `#${button.id}` : `[data-opens=${button.dataset.opens}]`));
            """;

    /** Finds what is wrong with a page: a missing title, and words that are meant for machines or are not French. */
    static final String WRONG = """
            const wrong = [];
            if (!/[^ ] – HubEE$/.test(document.title)) wrong.push(`is called « ${document.title} »`);
            const titles = [...document.querySelectorAll("h1:not([lang=en] *)")].map((title) => title.innerText.trim());
            if (titles.length !== 1 || titles[0] === "") wrong.push(`has the titles [${titles}]`);
            const words = [];
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const text = texts.currentNode;
              if (!text.parentElement.closest("script, style, noscript, pre, [lang=en]")) words.push(text.data);
            }
            const foreign = /[?]{3}|#[{]|jakarta[.]|\\b(null|undefined|NaN|the|is required|not valid|must be)\\b/.exec(words.join(" "));
            if (foreign) wrong.push(`says « ${foreign[0]} »`);
            return wrong;
            """;

    private final Chrome chrome;
    private final Map<String, String> narrowed;

    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final SortedSet<String> reached = new TreeSet<>();
    private final SortedSet<String> dialogs = new TreeSet<>();

    /** @param narrowed filters of the lists, with which she finds what her test has made */
    Walk(Chrome chrome, Map<String, String> narrowed) {
        this.chrome = chrome;
        this.narrowed = narrowed;
    }

    Walk from(String... addresses) {
        for (var address : addresses) {
            add(address);
        }
        while (!ahead.isEmpty()) {
            visit(ahead.poll());
        }
        return this;
    }

    private void add(String address) {
        if (address.matches(PAGE) && known.add(PageRightsIT.kind(address))) {
            ahead.add(address);
        }
    }

    private void visit(String address) {
        chrome.open(address.contains("?") ? address : address + narrowed.getOrDefault(address, ""));
        if (isSentToSignIn(address)) {
            return;
        }
        reached.add(PageRightsIT.kind(address));
        if (!address.replaceFirst("[?].*", "").equals(chrome.path())) {
            add(chrome.path()); // the page led to another
            return;
        }
        var here = PageRightsIT.kind(chrome.local());
        reached.add(here);
        known.add(here);
        judge(here);
        ((List<?>) chrome.script(LINKS)).forEach(link -> add((String) link));
    }

    /** Whether she was refused the page. */
    private boolean isSentToSignIn(String address) {
        return chrome.path().equals("/connexion") && !address.startsWith("/connexion");
    }

    private void judge(String where) {
        check(where);
        ((List<?>) chrome.script(WRONG)).forEach(each -> wrong.add(where + " " + each));
        if (chrome.has("#cases_head_checkbox:not(.ui-state-disabled)")) {
            chrome.touch("#cases_head_checkbox").await("#bar-count"); // chosen lines have more buttons
        }
        ((List<?>) chrome.script(OPENERS)).forEach(opener -> open(where, (String) opener));
        chrome.trouble().forEach(each -> wrong.add(where + " " + each));
    }

    private void check(String where) {
        chrome.problems(where).forEach(each -> wrong.add(where + " " + each));
    }

    private void open(String where, String opener) {
        chrome.find(opener).sendKeys(Keys.ENTER);
        if (!chrome.has(".ui-dialog[aria-hidden=false]")) {
            wrong.add(where + " " + opener + " opens nothing");
            return;
        }
        var id = chrome.find(".ui-dialog[aria-hidden=false]").getDomAttribute("id");
        var dialog = (id.equals(OF_ALL_PAGES) ? "" : chrome.path()) + "#" + id;
        if (dialogs.add(dialog)) {
            check(dialog);
        }
        chrome.keys(Keys.ESCAPE);
        if (chrome.has(".ui-dialog[aria-hidden=false]")) {
            wrong.add(where + ": " + dialog + " does not close with the Escape key");
        } else if (!chrome.isFocused(opener)) {
            wrong.add(where + ": " + dialog + " does not give the focus back");
        }
    }

    List<String> wrong() {
        return wrong;
    }

    /** Returns the pages that she reached, by their names in the table. */
    SortedSet<String> reached() {
        return reached;
    }

    SortedSet<String> dialogs() {
        return dialogs;
    }
}
