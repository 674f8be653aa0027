package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Partner;
import fr.hubee.websecurity.PersonCookie;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser that checks the portal. On every page, it reports scripts that fail, error answers, violations of the page's policy, and
 * session identifiers in addresses.
 */
final class Chrome implements Closeable {
    private static final Dimension DESK = new Dimension(1280, 900);

    /** Whether {@code -Dhubee.pictures=true} asks for pictures. */
    private static final boolean PICTURES = Boolean.getBoolean("hubee.pictures");

    /** Chromium without its windows, which needs less processor; the whole one works as well. */
    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Dimension PHONE = new Dimension(320, 800);

    private static final String UNSEEN_FOCUS = """
            const focused = document.activeElement;
            const style = getComputedStyle(focused);
            const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
            return focused === document.body || seen ? "" : focused.outerHTML;
            """;

    /** Finds the innermost elements that are too wide, where the page scrolls for them, after charts have taken the page's width. */
    private static final String SIDEWAYS = """
            const [done] = arguments;
            const look = () => {
              const wide = [...document.body.querySelectorAll("*")]
                .filter((each) => !each.closest(".table") && each.getBoundingClientRect().right > innerWidth);
              done(document.documentElement.scrollWidth <= innerWidth ? "" : wide.length ? wide.pop().outerHTML : "?");
            };
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look)));
            """;

    /** Notices the answer to an act that changes the page itself. */
    private static final String LISTEN = """
            window.answered = false;
            if (window.jQuery) {
              const hear = (event, request, settings, answer) => {
                if (document.getElementById(settings.source)?.matches("script") ?? settings.source.startsWith("re")) return;
                jQuery(document).off("pfAjaxComplete", hear);
                setTimeout(() => { window.answered = !answer?.redirect; });
              };
              jQuery(document).on("pfAjaxComplete", hear);
            }
            """;

    private static final String POST_TWICE = """
            const [id, done] = arguments;
            const button = document.getElementById(id);
            const form = button.form;
            const fields = new FormData(form, button);
            const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
            const send = () => fetch(form.action, { method: "POST", body }).then((answer) => answer.status);
            Promise.all([send(), send()]).then(done);
            """;

    /** The views in which a page is checked; a dark one differs from that of its size in its colours only. */
    private enum View {
        LIGHT("light", DESK),
        DARK("dark", DESK),
        NARROW("light", PHONE),
        NARROW_DARK("dark", PHONE);

        private final String scheme;
        private final Dimension size;

        View(String scheme, Dimension size) {
            this.scheme = scheme;
            this.size = size;
        }
    }

    /** The browser of all test classes, which ends with the last. */
    private static ChromeDriver kept;

    /** Stops what the open page asks by itself: with the cookie of the next person, it would be refused. */
    private static final String ASK_NO_MORE =
            "stop(); for (let each = setTimeout(() => {}, 0); each > 0; each--) clearTimeout(each)";

    /** Script that counts the clicks and keys of a person on any page, without those of scripts or the click that a key causes. */
    private static final String COUNT = """
            window.more ??= (name) => sessionStorage.setItem(name, Number(sessionStorage.getItem(name)) + 1);
            addEventListener("pointerdown", (event) => event.isTrusted && more("test-clicks"), true);
            addEventListener("keydown", (event) => event.isTrusted && more("test-keys"), true);
            """;

    private final ChromeDriver driver;
    private final Path pictures;
    private Map<String, Object> counting;

    /** Messages of the browser since the last check. */
    private final List<LogEntry> said = new ArrayList<>();

    private Chrome(ChromeDriver driver, Path pictures) {
        this.driver = driver;
        this.pictures = pictures;
    }

    static synchronized Chrome start() throws IOException {
        if (kept == null) {
            kept = launch();
            // the driver may end first, and leave the browser behind
            var processes = ProcessHandle.current()
                    .descendants()
                    .filter(each -> each.info().command().orElse("").contains("chrom"))
                    .toList();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> processes.forEach(ProcessHandle::destroyForcibly)));
        }
        var pictures = Path.of(System.getProperty("hubee.work"), "screens");
        return new Chrome(kept, Files.createDirectories(pictures));
    }

    private static ChromeDriver launch() {
        var options = new ChromeOptions();
        options.setBinary(Files.exists(SHELL) ? SHELL.toString() : "/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--lang=fr");
        var log = new LoggingPreferences();
        log.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", log);
        System.setProperty("webdriver.chrome.driver", "/usr/bin/chromedriver");
        var driver = new ChromeDriver(options);
        driver.manage().timeouts().scriptTimeout(TIMEOUT); // axe looks long at the contract of the API
        driver.manage().window().setSize(DESK);
        return driver;
    }

    /** Signs her in, without the sign-in page. */
    Chrome signIn(Visitor person) {
        if (!driver.getCurrentUrl().startsWith(Partner.address())) {
            driver.get(Partner.address() + "/connexion");
        }
        driver.executeScript(ASK_NO_MORE);
        driver.manage().deleteAllCookies();
        driver.manage()
                .addCookie(new Cookie.Builder(PersonCookie.NAME, person.openSession())
                        .path("/")
                        .isHttpOnly(true)
                        .build());
        return this;
    }

    Chrome open(String path) {
        driver.get(Partner.address() + path);
        return this;
    }

    /** Opens the path in a tab in the background. */
    Chrome openUnseen(String path) {
        var script = "Object.defineProperty(document, 'hidden', {value: true, configurable: true})";
        var added = driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        open(path);
        driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", added);
        return this;
    }

    Chrome lookAt() {
        driver.executeScript("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
        return this;
    }

    /** Counts presses from the next page on, until the class ends. */
    Chrome countPresses() {
        counting = counting != null
                ? counting
                : driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNT));
        return this;
    }

    /** Returns the clicks since {@link #countPresses}, or since the last call. */
    long clicks() {
        return pressed("test-clicks");
    }

    /** Returns the keys since {@link #countPresses}, or since the last call. */
    long pressedKeys() {
        return pressed("test-keys");
    }

    private long pressed(String name) {
        return (long) driver.executeScript(
                "const n = Number(sessionStorage.getItem(arguments[0])); sessionStorage.removeItem(arguments[0]); return n",
                name);
    }

    Chrome signOut() {
        driver.manage().deleteAllCookies();
        return this;
    }

    Chrome forget(String cookie) {
        driver.manage().deleteCookieNamed(cookie);
        return this;
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Returns the address without the server. */
    String local() {
        return driver.getCurrentUrl().replaceFirst("^https?://[^/]+", "");
    }

    /** Returns the address without the server and the query. */
    String path() {
        return local().replaceFirst("[?#].*", "");
    }

    String title() {
        return text("h1");
    }

    String text() {
        return text("main");
    }

    /** Checks that the page has all these words. */
    Chrome shows(String... words) {
        var text = text();
        for (var each : words) {
            assertTrue(text.contains(each), () -> each + " is not in " + text);
        }
        return this;
    }

    /** Checks that the page has none of these words. */
    Chrome hides(String... words) {
        var text = text();
        for (var each : words) {
            assertFalse(text.contains(each), () -> each + " is in " + text);
        }
        return this;
    }

    /** Returns the text of an element, which is read again when the page replaces the element meanwhile. */
    String text(String selector) {
        return whileReplaced(() -> find(selector).getText());
    }

    /** Repeats what the browser refused, without effect, since a script or a refresh had replaced the element that was found. */
    private <T> T whileReplaced(Supplier<T> act) {
        return patiently()
                .ignoring(StaleElementReferenceException.class)
                .until(any -> Optional.ofNullable(act.get()))
                .orElse(null);
    }

    private void click(By element) {
        whileReplaced(() -> {
            driver.findElement(element).click();
            return element;
        });
    }

    /** Returns the element, which is found again whenever the page has replaced it. */
    WebElement find(String selector) {
        var place = By.cssSelector(selector);
        driver.findElement(place); // it is there
        return (WebElement) Proxy.newProxyInstance(
                WebElement.class.getClassLoader(),
                new Class<?>[] {WebElement.class},
                (any, act, values) -> whileReplaced(() -> invoke(act, driver.findElement(place), values)));
    }

    private static Object invoke(Method act, WebElement element, Object... values) {
        try {
            return act.invoke(element, values);
        } catch (InvocationTargetException refused) {
            throw (WebDriverException) refused.getCause();
        } catch (IllegalAccessException invalid) {
            throw new AssertionError(invalid);
        }
    }

    /** Returns the distance of its beginning from the top of the page. */
    static int top(WebElement element) {
        return element.getRect().getY();
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    Chrome type(String id, String text) {
        return whileReplaced(() -> {
            var field = driver.findElement(By.id(id));
            field.clear();
            field.sendKeys(text);
            return this;
        });
    }

    /** Selects an option of a list by its text. */
    Chrome choose(String id, String shown) {
        return whileReplaced(() -> {
            list(id).selectByVisibleText(shown);
            return this;
        });
    }

    /** Selects an option of a list by its value. */
    Chrome chooseValue(String id, String value) {
        return whileReplaced(() -> {
            list(id).selectByValue(value);
            return this;
        });
    }

    /** Returns the selected text of a list. */
    String chosen(String id) {
        return whileReplaced(() -> list(id).getFirstSelectedOption().getText());
    }

    private Select list(String id) {
        return new Select(driver.findElement(By.id(id)));
    }

    /** Follows a link, and waits for the page that comes. */
    Chrome follow(String selector) {
        return leave(() -> click(By.cssSelector(selector)));
    }

    /** Presses a button, and waits for what comes: another page, or an answer that changes this one. */
    Chrome press(String id) {
        return leave(() -> click(By.id(id)));
    }

    /** Presses a button twice, as some people do, and waits for the page that comes. */
    Chrome twice(String id) {
        return leave(() -> whileReplaced(() -> {
            new Actions(driver).doubleClick(driver.findElement(By.id(id))).perform();
            return id;
        }));
    }

    /**
     * Sends the form of a button twice at once, like a double click where no script runs.
     *
     * @return the final status of both answers
     */
    Object postTwice(String id) {
        return driver.executeAsyncScript(POST_TWICE, id);
    }

    Chrome back() {
        return leave(() -> driver.navigate().back());
    }

    /** Sets the width of a telephone, until a page is checked or the class ends. */
    Chrome narrow() {
        resize(PHONE);
        return this;
    }

    /** Sets the size of a low office screen. */
    Chrome wide() {
        return sized(1366, 768);
    }

    Chrome sized(int width, int height) {
        resize(new Dimension(width, height));
        return this;
    }

    /** Runs the scripts of pages, or none, from the next page on. */
    Chrome scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
        return this;
    }

    /** Cuts the network, or gives it back. */
    Chrome network(boolean there) {
        return network(there, -1);
    }

    /** @param most bytes a second that leave the browser; -1 for any number */
    Chrome network(boolean there, int most) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", most));
        return this;
    }

    /** Reloads the page; a form that was sent would be sent again. */
    Chrome reload() {
        return leave(() -> driver.navigate().refresh());
    }

    /** Types where the focus is. */
    Chrome keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    Chrome enter() {
        return leave(() -> keys(Keys.ENTER));
    }

    /** Moves the focus with the Tab key, as without a mouse, and checks that each focused element shows it. */
    Chrome reach(String selector) {
        for (int presses = 0; presses < 150; presses++) {
            if ((boolean) driver.executeScript("return document.activeElement.matches(arguments[0])", selector)) {
                return this;
            }
            keys(Keys.TAB);
            assertEquals("", driver.executeScript(UNSEEN_FOCUS), "has the focus and does not show it");
        }
        throw new AssertionError(selector + " is not reached with the Tab key");
    }

    private Chrome leave(Runnable act) {
        var before = driver.findElement(By.tagName("html"));
        driver.executeScript(LISTEN);
        act.run();
        patiently().until(any -> isGone(before) || isAnswered());
        patiently().until(any -> "complete".equals(driver.executeScript("return document.readyState")));
        return this;
    }

    private boolean isAnswered() {
        try {
            return (boolean) driver.executeScript("return window.answered === true");
        } catch (WebDriverException gone) {
            return false;
        }
    }

    private WebDriverWait patiently() {
        return new WebDriverWait(driver, TIMEOUT, PAUSE);
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    /** Presses an element that opens no new page: a dialog, a text that is shown. */
    Chrome touch(String selector) {
        click(By.cssSelector(selector));
        return this;
    }

    /** Waits until the same page changes: after a script, a refresh. */
    Chrome await(String selector) {
        patiently().until(any -> has(selector));
        return this;
    }

    /** Waits until the page is there, and asks the server nothing more. */
    Chrome settled() {
        patiently()
                .withMessage(address())
                .until(any ->
                        driver.executeScript("return document.readyState === 'complete' && !window.jQuery?.active"));
        return this;
    }

    /** Returns the folder of downloads from now on. */
    Path downloads() throws IOException {
        var folder = Files.createTempDirectory(pictures, "downloads");
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        return folder;
    }

    /** Waits for a complete download with that ending, and returns it. */
    Path arrived(Path downloads, String ending) {
        return patiently().until(any -> {
            try (var files = Files.list(downloads)) {
                return files.filter(file -> file.toString().endsWith(ending))
                        .findFirst()
                        .orElse(null);
            } catch (IOException invalid) {
                throw new UncheckedIOException(invalid);
            }
        });
    }

    /** Drops a file on an element, as from a folder of the desktop. */
    Chrome drop(Path file, String selector) {
        var place = (Map<?, ?>) driver.executeScript(
                "const {x, y} = document.querySelector(arguments[0]).getBoundingClientRect(); return {x: x + 9, y: y + 9}",
                selector);
        var carried = Map.of("items", List.of(), "files", List.of(file.toString()), "dragOperationsMask", 1);
        for (var kind : List.of("dragEnter", "dragOver", "drop")) {
            driver.executeCdpCommand(
                    "Input.dispatchDragEvent",
                    Map.of("type", kind, "x", place.get("x"), "y", place.get("y"), "data", carried));
        }
        return this;
    }

    /** Returns the text of a frame. */
    String inFrame(String selector) {
        return patiently()
                .ignoreAll(List.of(StaleElementReferenceException.class, NotFoundException.class))
                .until(any -> {
                    try {
                        driver.switchTo().frame(driver.findElement(By.cssSelector(selector)));
                        return driver.findElement(By.tagName("body")).getText();
                    } finally {
                        driver.switchTo().defaultContent();
                    }
                });
    }

    /** Returns the result of a script. */
    Object script(String text, Object... values) {
        return driver.executeScript(text, values);
    }

    /** Returns the id of the focused element, or its text when it has none. */
    String focused() {
        return whileReplaced(() -> {
            var element = driver.switchTo().activeElement();
            var id = element.getDomAttribute("id");
            return id == null ? element.getText() : id;
        });
    }

    boolean isFocused(String selector) {
        return (boolean) driver.executeScript(
                "return document.querySelector(arguments[0]) === document.activeElement", selector);
    }

    /** Checks the page as {@link #problems} does, and that the browser reports no problem. */
    Chrome judge(String name) {
        assertEquals(List.of(), problems(name), name);
        assertNoTrouble();
        return this;
    }

    /**
     * Returns what is wrong with the page: violations of WCAG A and AA in light and dark, wide and narrow, unless all kinds of its elements
     * were checked; and what scrolls sideways. Takes pictures, if they are asked for.
     */
    List<String> problems(String name) {
        boolean isNew = Judged.isNew(driver);
        var wrong = new ArrayList<String>();
        for (var view : isNew || PICTURES ? View.values() : new View[] {View.NARROW}) {
            show(view);
            picture(name + "-" + view);
            complaints(view, isNew).forEach(each -> wrong.add(view + ": " + each));
        }
        show(View.LIGHT);
        return wrong;
    }

    private void show(View view) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", view.scheme))));
        resize(view.size);
    }

    private List<String> complaints(View view, boolean isNew) {
        var found = new ArrayList<String>();
        if (isNew) {
            found.addAll(
                    switch (view) {
                        case LIGHT -> Axe.violations(driver);
                        case NARROW -> Axe.violationsOfNewElements(driver);
                        case DARK, NARROW_DARK -> Axe.violationsOfColours(driver);
                    });
        }
        var wide = (String) driver.executeAsyncScript(SIDEWAYS);
        if (!wide.isEmpty()) {
            found.add("scrolls sideways: " + wide);
        }
        return found;
    }

    /** Opens a dialog with its button, checks it, closes it with the Escape key, and checks that the focus is back where it was. */
    Chrome judgeDialog(String name, String opener) {
        find(opener).sendKeys(Keys.ENTER);
        await(".ui-dialog[aria-hidden=false]").judge(name).keys(Keys.ESCAPE);
        assertEquals(false, has(".ui-dialog[aria-hidden=false]"), name);
        assertEquals(true, isFocused(opener), name);
        return this;
    }

    private void listen() {
        said.addAll(driver.manage().logs().get(LogType.BROWSER).getAll());
    }

    private static boolean isOfThePolicy(LogEntry entry) {
        return entry.getMessage().contains("Content Security Policy");
    }

    /** Expects an error answer here, such as a refused page: the browser's message on it is ignored. */
    Chrome expectingError(int status) {
        patiently().withMessage("no answer " + status).until(any -> hasSaid("status of " + status));
        said.removeIf(entry -> !isOfThePolicy(entry));
        return this;
    }

    private boolean hasSaid(String text) {
        listen();
        return said.stream().anyMatch(entry -> entry.getMessage().contains(text));
    }

    /** Sets the viewport, since the window of a browser is never as narrow as a telephone. */
    private void resize(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.getWidth(), "height", size.getHeight(), "deviceScaleFactor", 1, "mobile", false));
    }

    /** Saves a picture of the whole page. */
    private void picture(String name) {
        if (!PICTURES) {
            return;
        }
        try {
            var size = driver.executeScript(
                    "return {x: 0, y: 0, scale: 1, width: innerWidth, height: document.documentElement.scrollHeight}");
            var picture = driver.executeCdpCommand(
                    "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", size));
            Files.write(
                    pictures.resolve(name.replaceAll("[^\\w-]", "") + ".png"),
                    Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void assertNoTrouble() {
        assertEquals(List.of(), trouble());
    }

    /** Returns the warnings of the browser since the last call, and session identifiers in the page and its address. */
    List<String> trouble() {
        var trouble = new ArrayList<String>();
        listen();
        said.stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .forEach(entry -> trouble.add(entry.toString()));
        said.clear();
        if ((driver.getPageSource() + driver.getCurrentUrl()).contains("jsessionid")) {
            trouble.add("jsessionid");
        }
        return trouble;
    }

    /** Removes what this class has left. */
    @Override
    public void close() {
        driver.get("about:blank");
        if (counting != null) {
            driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", counting);
        }
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", Partner.address(), "storageTypes", "all"));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        resize(DESK);
        listen();
    }
}
