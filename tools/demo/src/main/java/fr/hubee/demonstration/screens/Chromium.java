package fr.hubee.demonstration.screens;

import java.io.Closeable;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless browser in French, for screenshots. */
final class Chromium implements Closeable {
    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Chromium start() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--lang=fr");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                // for the browser's own texts, such as an empty date field
                .withEnvironment(Map.of("LANGUAGE", "fr"))
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    /** Each screenshot starts anonymous, or with this session. */
    void signIn(String address, String session) {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        if (session != null) {
            driver.executeCdpCommand(
                    "Network.setCookie",
                    Map.of("url", address, "name", "hubee-session", "value", session, "httpOnly", true));
        }
    }

    void emulate(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** Opens a page; returns once it and its resources are loaded. */
    void open(String address) {
        driver.get(address);
    }

    void click(String selector) {
        driver.executeScript("document.querySelector(arguments[0]).click()", selector);
    }

    String title() {
        return driver.getTitle();
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
