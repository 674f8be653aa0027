package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailValuesTest {
    @Test
    void textsAndListsComeBackAsTheyWere() {
        var values = MailValues.of("name", "Ada \"L'Été\" \n")
                .and("cases", List.of(MailValues.of("number", "1"), MailValues.of("number", "2")));

        assertEquals(values, MailValues.ofJson(values.toJson()));
    }

    @Test
    void noLogShowsWhatTheyAre() {
        assertFalse(MailValues.of("code", "123456").toString().contains("123456"));
    }
}
