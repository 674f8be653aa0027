package fr.hubee.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Deploys the empty application in the same server as HubEE. */
final class FloorWar {
    static final String ADDRESS = "/floor/empty";
    /** Classes that are not loaded here, where there is no JAX-RS. */
    private static final List<String> CLASSES = List.of("floor/EmptyAnswer.class", "floor/FloorApplication.class");

    /** The same JSON library as in HubEE. */
    private static final String SAME_JSON = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>resteasy.preferJacksonOverJsonB</param-name>
                <param-value>true</param-value>
              </context-param>
            </web-app>""";

    private static final int LONGEST = 60;

    private FloorWar() {}

    static void deploy(Path deployments) throws IOException, InterruptedException {
        var war = deployments.resolve("floor.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
            zip.write(SAME_JSON.getBytes(StandardCharsets.UTF_8));
            for (var name : CLASSES) {
                zip.putNextEntry(new ZipEntry("WEB-INF/classes/fr/hubee/bench/" + name));
                try (var bytes = FloorWar.class.getResourceAsStream(name)) {
                    bytes.transferTo(zip);
                }
            }
        }
        Files.createFile(deployments.resolve("floor.war.dodeploy"));
        for (int second = 0; Files.notExists(deployments.resolve("floor.war.deployed")); second++) {
            if (second > LONGEST) {
                throw new IllegalStateException("The empty application is not deployed after a minute");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
