package fr.hubee.portal.desk.home;

import fr.hubee.people.account.ReplacementService;
import fr.hubee.people.identity.ReplacementBoard.ReplacementLine;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.frame.Frame;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Sentences on the replacements of a person: whom she replaces, and who replaces her. */
@Model
public class OwnReplacements extends PersonPage {
    @Inject
    ReplacementService replacements;

    @Inject
    Frame frame;

    @Inject
    FrenchDates dates;

    private final Once<List<String>> sentences = new Once<>(
            () -> replacements.mine(caller()).stream().flatMap(this::sentence).toList());

    public List<String> getSentences() {
        return sentences.get();
    }

    private Stream<String> sentence(ReplacementLine line) {
        boolean away = line.absentId().equals(frame.getAccount().id());
        var last = dates.day(line.lastDay());
        var days = " du " + dates.day(line.firstDay()) + " au " + last + ".";
        return switch (line.state()) {
            case RUNNING ->
                Stream.of(
                        away
                                ? line.deputy() + " vous remplace jusqu’au " + last + "."
                                : "Vous remplacez " + line.absent() + " jusqu’au " + last
                                        + " : ses télédossiers sont parmi les vôtres.");
            case COMING ->
                Stream.of(
                        away ? line.deputy() + " vous remplacera" + days : "Vous remplacerez " + line.absent() + days);
            case WITHOUT_EFFECT -> Stream.of();
        };
    }
}
