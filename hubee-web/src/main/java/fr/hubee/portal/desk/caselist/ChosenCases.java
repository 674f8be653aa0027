package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.CaseLine;
import java.util.List;
import java.util.stream.Collectors;

/** The télédossiers chosen in the list: how many they are, and how their files can be taken. */
public record ChosenCases(List<CaseLine> lines) {
    public boolean isAny() {
        return !lines.isEmpty();
    }

    /** Returns « 3 télédossiers choisis ». */
    public String getCount() {
        return lines.size() == 1 ? "1 télédossier choisi" : lines.size() + " télédossiers choisis";
    }

    public boolean isOfOneStatus() {
        return lines.stream().map(CaseLine::status).distinct().count() == 1;
    }

    /** Returns those with something to download. */
    public List<CaseLine> getWithFiles() {
        return lines.stream().filter(CaseLine::isDownloadable).toList();
    }

    /** Whether a download begins the work on one of them: this is asked first. */
    public boolean isBegunByDownload() {
        return !getBegun().isEmpty();
    }

    /** Returns « Le statut passera de Nouveau ou Reçu à En cours. ». */
    public String getBeginning() {
        return getBegun().stream()
                .map(line -> line.status().label())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" ou ", "Le statut passera de ", " à En cours."));
    }

    /** Returns « 3 télédossiers, dont 2 pas encore en cours ». */
    public String getTaken() {
        return getWithFiles().size() == 1
                ? "Télédossier " + getWithFiles().get(0).externalId()
                : getWithFiles().size() + " télédossiers, dont " + getBegun().size() + " pas encore en cours";
    }

    /** Returns those whose work a download begins. */
    public List<CaseLine> getBegun() {
        return lines.stream().filter(CaseLine::isBegunByDownload).toList();
    }
}
