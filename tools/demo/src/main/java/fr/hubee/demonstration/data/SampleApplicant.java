package fr.hubee.demonstration.data;

import java.util.List;
import java.util.Random;

/** An invented person. */
record SampleApplicant(String firstName, String lastName) {
    private static final List<String> FIRST_NAMES = List.of(
            "Aïcha",
            "Alix",
            "Anaïs",
            "Augustin",
            "Bérénice",
            "Camille",
            "Céleste",
            "Chloé",
            "Clément",
            "Désiré",
            "Eloïse",
            "Émile",
            "Fatou",
            "Félix",
            "Gaëlle",
            "Héloïse",
            "Ibrahim",
            "Inès",
            "Joël",
            "Jules",
            "Kenza",
            "Léa",
            "Loïc",
            "Maëlys",
            "Marius",
            "Naïma",
            "Noé",
            "Océane",
            "Özlem",
            "Raphaël",
            "Salomé",
            "Théo",
            "Ulysse",
            "Yaël",
            "Zoé");
    private static final List<String> LAST_NAMES = List.of(
            "Aubrière",
            "Beaulabri",
            "Benchaïr",
            "Brisecaille",
            "Castelviel",
            "Chantegrive",
            "D’Ormesson-Lavigne",
            "Desforêts",
            "Diaboré",
            "Fauxbourg",
            "Fontclaire",
            "Garrigou-Pré",
            "Hautefeuille-sur-Lande",
            "Kerbrézel",
            "Kovàcevic",
            "L’Hermitière",
            "Lagrange-aux-Ormes",
            "Mérindolle",
            "Moulinvert",
            "Nguyên-Thành",
            "Ouldbaraka",
            "Passemard",
            "Pontcarré",
            "Quatrepommes",
            "Rivedoux",
            "Sansépée",
            "Tournesac",
            "Valdombre",
            "Vertesource",
            "Œillet");

    static SampleApplicant any(Random random) {
        return new SampleApplicant(
                FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size())), LAST_NAMES.get(random.nextInt(LAST_NAMES.size())));
    }
}
