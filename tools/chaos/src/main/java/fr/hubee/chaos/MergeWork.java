package fr.hubee.chaos;

import java.util.Map;
import java.util.regex.Pattern;

/** A national administrator who merges one town with another one in the portal, and undoes it. */
final class MergeWork {
    static final String WHOLE_JOURNAL = "/fichiers/journal/complet";

    private static final Pattern UNDO = Pattern.compile("/annulation-fusion\\?id=[0-9a-f-]{36}");
    private static final long LASTS_MS = 5_000;
    private static final int MOST_TRIES = 20;

    private final Person person;
    private final Town from;
    private final Town to;

    MergeWork(Person person, Town from, Town to) {
        this.person = person;
        this.from = from;
        this.to = to;
    }

    void step() throws InterruptedException {
        press("/fusion?source=" + key(from) + "&cible=" + key(to), "merge");
        Thread.sleep(LASTS_MS);
        undo();
        Thread.sleep(LASTS_MS);
    }

    private static String key(Town town) {
        return "SI-" + town.companyRegister() + "-" + town.branchCode();
    }

    /** Undoes what is merged. What passes may change while she reads it: then she reads it again, but not for ever. */
    void undo() throws InterruptedException {
        var link = UNDO.matcher(person.open("/fusions").text());
        for (int each = 0; each < MOST_TRIES && link.find(); each++) {
            press(link.group(), "undo");
            link = UNDO.matcher(person.open("/fusions").text());
        }
    }

    private void press(String path, String button) throws InterruptedException {
        person.renew();
        var page = person.open(path);
        if (page.hasForm("form")) {
            person.submit(page, "form", Map.of("sure", "on", button, button));
        }
    }

    /** Returns the whole journal with its proofs, as it is downloaded. */
    byte[] journal() throws InterruptedException {
        return person.open(WHOLE_JOURNAL).body();
    }
}
