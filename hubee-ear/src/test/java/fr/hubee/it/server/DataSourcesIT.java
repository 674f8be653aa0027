package fr.hubee.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks that each configured data source of the server notices a dead connection, with those of jobs, timers and listeners. */
class DataSourcesIT {
    private static final String FIRST = "new-connection-sql";

    /** Settings with which a connection is checked, and with which its other side notices that it is gone. */
    private static final List<String> PARTS = List.of("validation", FIRST, "blocking-timeout-millis");

    /** What the statements of the application have, and those of migrations have not. */
    private static final String LIMITS = "; set lock_timeout = '3s'; set statement_timeout = '4min'";

    /** Driver properties for time limits of answers, and for the server that may answer. */
    private static final Set<String> PROPERTIES = Set.of(
            "tcpKeepAlive",
            "connectTimeout",
            "loginTimeout",
            "socketTimeout",
            "targetServerType",
            "hostRecheckSeconds",
            "sslmode",
            "sslrootcert");

    private static Element root;
    private static List<Element> sources;

    @BeforeAll
    static void read() throws Exception {
        var file = Path.of(System.getProperty("hubee.server"), "standalone/configuration/standalone.xml");
        root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        sources = List.of(
                        elements(root.getElementsByTagName("datasource")),
                        elements(root.getElementsByTagName("xa-datasource")))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(each -> (Element) nodes.item(each))
                .toList();
    }

    @Test
    void eachDataSourceChecksItsConnectionsLikeTheFirst() {
        var first = checks(named("HubeeDS"));
        assertEquals(PARTS.size() + PROPERTIES.size(), first.size(), first::toString);
        assertTrue(first.get("validation").contains("validate-on-match=true"), first::toString);

        for (var source : sources) {
            assertEquals(first, checks(source), source.getAttribute("pool-name"));
        }
    }

    @Test
    void statementsOfTheApplicationAloneHaveATimeLimit() {
        assertTrue(statements(named("HubeeDS")).contains(LIMITS));
        assertFalse(statements(named("HubeeSchemaDS")).contains(LIMITS), "a migration takes what it needs");
    }

    private static String statements(Element source) {
        return text(elements(source.getElementsByTagName(FIRST)).get(0));
    }

    @Test
    void jobsAndTimersUseOneOfThem() {
        var names = sources.stream()
                .flatMap(source -> List.of(source.getAttribute("pool-name"), source.getAttribute("jndi-name")).stream())
                .collect(Collectors.toSet());
        for (var user : List.of("jdbc", "database-data-store")) {
            var users = elements(root.getElementsByTagName(user)).stream()
                    .flatMap(each ->
                            List.of(each.getAttribute("data-source"), each.getAttribute("datasource-jndi-name"))
                                    .stream())
                    .filter(name -> !name.isEmpty())
                    .toList();
            assertTrue(!users.isEmpty() && names.containsAll(users), user + users);
        }
    }

    private static Element named(String name) {
        var found = sources.stream()
                .filter(source -> source.getAttribute("pool-name").equals(name))
                .findFirst()
                .orElse(null);
        assertNotNull(found, name);
        return found;
    }

    private static Map<String, String> checks(Element source) {
        var checks = new TreeMap<String, String>();
        for (var part : PARTS) {
            elements(source.getElementsByTagName(part))
                    .forEach(each -> checks.put(part, text(each).replace(LIMITS, "")));
        }
        for (var property : elements(source.getElementsByTagName("connection-property"))) {
            if (PROPERTIES.contains(property.getAttribute("name"))) {
                checks.put(
                        property.getAttribute("name"), property.getTextContent().strip());
            }
        }
        return checks;
    }

    private static String text(Element element) {
        var parts = elements(element.getElementsByTagName("*"));
        return parts.isEmpty()
                ? element.getTextContent().strip()
                : parts.stream()
                        .map(part -> part.getTagName() + "=" + part.getAttribute("class-name")
                                + part.getTextContent().strip())
                        .collect(Collectors.joining(", "));
    }
}
