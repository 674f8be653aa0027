package fr.hubee.demonstration.data;

import static fr.hubee.demonstration.data.SampleProcess.CENSUS;
import static fr.hubee.demonstration.data.SampleProcess.CIVIL_STATUS;
import static fr.hubee.demonstration.data.SampleProcess.DEATH;
import static fr.hubee.demonstration.data.SampleProcess.MOVING;
import static fr.hubee.demonstration.data.SampleProcess.PACS;
import static fr.hubee.demonstration.data.SampleProcess.RSA;
import static fr.hubee.demonstration.data.SampleProcess.RSA_MONTHLY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** All télédossiers of the last months, oldest first; the same at each start, except for the dates. */
final class SampleFolderList {
    private static final int DAYS = 150;
    /** Exponent above 1: more télédossiers are recent. */
    private static final double RECENT = 1.7;

    private final Instant now;
    private final Random random;
    private final List<SampleFolder> folders = new ArrayList<>();
    private int number = 48_100;

    SampleFolderList(Instant now, Random random) {
        this.now = now;
        this.random = random;
    }

    List<SampleFolder> all() {
        several(
                SampleTown.SAINT_AUBRIN,
                240,
                CIVIL_STATUS,
                CIVIL_STATUS,
                CIVIL_STATUS,
                CENSUS,
                CENSUS,
                PACS,
                MOVING,
                DEATH);
        several(SampleTown.LONG_NAMES, 45, CIVIL_STATUS, CENSUS, PACS, MOVING);
        several(SampleTown.VALBOURG, 60, CIVIL_STATUS, CIVIL_STATUS, CENSUS, DEATH);
        several(SampleTown.DEPARTEMENT, 70, RSA, RSA, RSA_MONTHLY);
        remarkable();
        unopened();
        forTheSupport();
        folders.sort(Comparator.comparing(SampleFolder::created));
        return folders;
    }

    private void several(SampleTown town, int count, SampleProcess... processes) {
        for (int each = 0; each < count; each++) {
            var age = Duration.ofMinutes((long) (DAYS * 24 * 60 * Math.pow(random.nextDouble(), RECENT)));
            add(town, processes[random.nextInt(processes.length)], SampleApplicant.any(random), age, CaseHistory::any);
        }
    }

    /** Adds cases that nobody opens, and cases that silent software does not fetch. */
    private void unopened() {
        for (int days = 5; days <= 29; days += 2) {
            add(
                    SampleTown.HAUTES_VERNES,
                    days % 3 == 0 ? CENSUS : CIVIL_STATUS,
                    SampleApplicant.any(random),
                    Duration.ofDays(days),
                    CaseHistory::fetched);
            add(
                    SampleTown.ROCHELANDE,
                    CIVIL_STATUS,
                    SampleApplicant.any(random),
                    Duration.ofDays(days - 1),
                    waits -> waits);
        }
        for (int days = 6; days <= 22; days += 8) {
            add(
                    SampleTown.SAINT_AUBRIN,
                    PACS,
                    SampleApplicant.any(random),
                    Duration.ofDays(days),
                    CaseHistory::fetched);
            add(SampleTown.LONG_NAMES, PACS, SampleApplicant.any(random), Duration.ofDays(days), CaseHistory::fetched);
        }
    }

    /** Adds one for each act of the support: reopen, withdraw, make available again. */
    private void forTheSupport() {
        var town = SampleTown.SAINT_AUBRIN;
        add(
                town,
                CIVIL_STATUS,
                new SampleApplicant("Rozenn", "Terminetrop"),
                Duration.ofDays(12),
                history -> history.fetched().received().begun().handled());
        add(
                town,
                CIVIL_STATUS,
                new SampleApplicant("Tugdual", "Messagier"),
                Duration.ofDays(4),
                history -> history.fetched().received().begun().mistaken());
        add(
                town,
                DEATH,
                new SampleApplicant("Léontine", "Certificat"),
                Duration.ofDays(15),
                history -> history.fetched().received().begun().handled());
    }

    /** Adds one of each special case for the pages. */
    private void remarkable() {
        var town = SampleTown.SAINT_AUBRIN;
        add(
                town,
                CIVIL_STATUS,
                new SampleApplicant("Zoé", "<script>alert('Bonjour')</script>"),
                Duration.ofHours(3),
                CaseHistory::fetched);
        add(
                town,
                CIVIL_STATUS,
                new SampleApplicant(
                        "Marie-Antoinette-Joséphine-Clémence-Théodora",
                        "de la Tour-du-Pin-Chambly de la Charce-Gouvernet-Saint-Rémy-en-Bouzemont"),
                Duration.ofHours(7),
                CaseHistory::fetched);
        add(
                town,
                CENSUS,
                new SampleApplicant("Nolwenn", "Bellefeuille"),
                Duration.ofDays(26),
                history -> history.fetched()
                        .received()
                        .begun()
                        .letters()
                        .complements()
                        .noted()
                        .letters());
        add(
                town,
                CIVIL_STATUS,
                new SampleApplicant("Ismaël", "Roquefeuil"),
                Duration.ofDays(40),
                history -> history.fetched()
                        .received()
                        .begun()
                        .letters()
                        .handled()
                        .closed()
                        .reopened());
        add(
                town,
                PACS,
                new SampleApplicant("Capucine", "Vaudémont & Fils"),
                Duration.ofDays(3),
                history -> history.fetched().received().begun());
        for (int hours = 1; hours <= 5; hours++) {
            add(
                    town,
                    hours % 2 == 0 ? CENSUS : CIVIL_STATUS,
                    SampleApplicant.any(random),
                    Duration.ofHours(hours * 2L),
                    CaseHistory::fetched);
        }
        for (int days = 2; days <= 5; days++) {
            add(
                    town,
                    CENSUS,
                    SampleApplicant.any(random),
                    Duration.ofDays(days),
                    history -> history.fetched().received());
            add(town, CENSUS, SampleApplicant.any(random), Duration.ofDays(days * 3L), CaseHistory::waiting);
            add(town, CIVIL_STATUS, SampleApplicant.any(random), Duration.ofDays(days * 4L), CaseHistory::turnedDown);
        }
        add(
                town,
                CENSUS,
                new SampleApplicant("Maëlys", "Kerdraon"),
                Duration.ofDays(24),
                history -> history.fetched().received().begun().completed());
    }

    private void add(
            SampleTown town,
            SampleProcess process,
            SampleApplicant applicant,
            Duration age,
            UnaryOperator<CaseHistory> told) {
        var created = now.minus(age);
        var name = process.prefix + "-" + ++number;
        var history = told.apply(new CaseHistory(town, process, applicant, created.plusSeconds(4), now, random));
        folders.add(new SampleFolder(
                town,
                process,
                name,
                applicant,
                created,
                process.files(applicant, name),
                history.steps(),
                handler(town, process, history)));
    }

    /** Returns who takes it, of those that are still open: Solène takes most of them. */
    private String handler(SampleTown town, SampleProcess process, CaseHistory history) {
        if (town != SampleTown.SAINT_AUBRIN || process != CIVIL_STATUS || !history.isOpen()) {
            return null;
        }
        int chance = number % 16;
        var name = chance < 6
                ? "solene.kermarrec"
                : chance < 10 ? "odile.garance" : chance < 13 ? "mireille.aubertin" : null;
        return name == null ? null : name + "@saint-aubrin-le-vieux.example";
    }
}
