package fr.hubee.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The delivered EAR: the same commit gives the same bytes, and all third-party libraries are listed. */
class EarContentIT {
    static final LocalDateTime MOMENT =
            OffsetDateTime.parse(System.getProperty("hubee.timestamp")).toLocalDateTime();

    /** {@code (group:name:version - address)} */
    static final Pattern LISTED = Pattern.compile("\\([^():]+:([^():]+):([^() ]+) - ");

    /**
     * The accepted licences, by their SPDX identifiers where the SBOM knows them; the last one is the name that a library gives to
     * BSD-3-Clause.
     */
    static final Set<String> ACCEPTED =
            Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "The (New) BSD License");

    static final String SBOM = "META-INF/sbom/hubee.cdx.json";

    /** {@code ./dev reproducible} compares two builds; this test finds the usual cause of a difference, the time of the build. */
    @Test
    void theEarHasNoDateOfItsBuild() throws IOException {
        var dated = new TreeMap<String, LocalDateTime>();
        try (var ear = ear()) {
            collectDates("", ear, dated);
        }

        dated.values().removeIf(MOMENT::equals);
        assertEquals(Map.of(), dated);
    }

    /** Third-party archives are as published: their content is not checked. */
    private static void collectDates(String in, InputStream archive, Map<String, LocalDateTime> dated)
            throws IOException {
        var zip = new ZipInputStream(archive);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            dated.put(in + entry.getName(), entry.getTimeLocal());
            if (entry.getName().matches("hubee-[a-z]+\\.([jw]ar|zip)")) {
                collectDates(entry.getName() + "!", new ByteArrayInputStream(zip.readAllBytes()), dated);
            }
        }
    }

    @Test
    void noModuleOfTheServerLoadsTheCommandsOfTheOperator() throws IOException {
        var ear = entries(ear());
        assertTrue(ear.containsKey("hubee-cli.zip"));
        for (var module : List.of("hubee-ejb.jar", "hubee-batch.jar", "hubee-web.war")) {
            var manifest = new String(
                    entries(new ByteArrayInputStream(ear.get(module))).get("META-INF/MANIFEST.MF"),
                    StandardCharsets.UTF_8);
            assertFalse(manifest.replaceAll("\\R ", "").contains("hubee-cli"), manifest);
        }
    }

    @Test
    void theSbomNamesEveryLibraryWithItsLicence() throws IOException {
        var sbom = new ObjectMapper().readTree(entries(ear()).get(SBOM));
        var unlicensed = new TreeSet<String>();
        var named = new TreeSet<String>();
        for (var component : sbom.get("components")) {
            var name = component.get("name").textValue() + "-"
                    + component.get("version").textValue();
            named.add(name);
            if (component.path("licenses").isEmpty() && !name.startsWith("hubee-")) {
                unlicensed.add(name);
            }
        }

        assertEquals("CycloneDX", sbom.get("bomFormat").textValue());
        assertEquals(Set.of(), unlicensed);
        assertEquals(Set.of(), without(libraries(), named));
    }

    /** Checks the licences, for HubEE under EUPL-1.2 or Apache-2.0: they may require a notice, and nothing of the whole. */
    @Test
    void everyLibraryMayBePassedOnWithHubee() throws IOException {
        var refused = new TreeMap<String, Set<String>>();
        for (var component :
                new ObjectMapper().readTree(entries(ear()).get(SBOM)).get("components")) {
            var licences = new TreeSet<String>();
            for (var each : component.path("licenses")) {
                var licence = each.path("license");
                licences.add(licence.path("id")
                        .asText(licence.path("name")
                                .asText(each.path("expression").asText())));
            }
            if (Collections.disjoint(licences, ACCEPTED) && !licences.isEmpty()) { // of several, one may be chosen
                refused.put(component.get("name").textValue(), licences);
            }
        }

        assertEquals(Map.of(), refused);
    }

    @Test
    void theArchiveSaysUnderWhichLicencesItIs() throws IOException {
        var archive = entries(Files.newInputStream(ArchiveIT.archive()));
        archive.keySet().removeIf(name -> !name.matches("hubee-[^/]*/[^/]*\\.(md|txt)"));
        var texts = archive.values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));

        assertTrue(texts.contains("The owner of HubEE has not chosen a licence"), texts);
        assertTrue(texts.contains("(org.postgresql:postgresql:"), texts);
    }

    @Test
    void theLicencesAreListed() throws IOException {
        var list = new String(entries(ear()).get("META-INF/THIRD-PARTY.txt"), StandardCharsets.UTF_8);
        var named = LISTED.matcher(list)
                .results()
                .map(found -> found.group(1) + "-" + found.group(2))
                .collect(Collectors.toSet());

        assertEquals(Set.of(), without(libraries(), named));
    }

    /** Returns the libraries without those; libraries of the EAR have their group before their name. */
    private static Set<String> without(Set<String> libraries, Set<String> named) {
        return libraries.stream()
                .filter(library ->
                        named.stream().noneMatch(name -> library.equals(name) || library.endsWith("-" + name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the libraries in the EAR and in its WAR, without the file extension. */
    private static Set<String> libraries() throws IOException {
        var ear = entries(ear());
        var war = entries(new ByteArrayInputStream(ear.get("hubee-web.war")));
        return Stream.of(ear, war)
                .flatMap(archive -> archive.keySet().stream())
                .filter(name -> name.contains("lib/") && name.endsWith(".jar"))
                .map(name -> name.replaceAll("^.*lib/(.*?)(-jakarta|-linux-x86_64)?\\.jar$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, byte[]> entries(InputStream archive) throws IOException {
        var found = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(archive)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }

    private static InputStream ear() throws IOException {
        return Files.newInputStream(Path.of(System.getProperty("hubee.ear")));
    }
}
