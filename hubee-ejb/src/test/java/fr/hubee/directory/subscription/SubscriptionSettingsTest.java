package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionSettingsTest {
    static final OrganizationKey EDITOR = new OrganizationKey(OrganizationType.EDT, "99000700100017", "00000");

    static SubscriptionSettings of(
            AccessMode mode, NotificationFrequency frequency, String email, OrganizationKey key) {
        return new SubscriptionSettings(mode, frequency, email, key);
    }

    static String refusal(SubscriptionSettings settings) {
        return assertThrows(InvalidRequest.class, settings::checked).getMessage();
    }

    @Test
    void anAddressIsRequiredUnlessNobodyIsNotified() {
        for (var frequency : NotificationFrequency.values()) {
            var settings = of(AccessMode.API, frequency, " ", null);
            if (frequency == NotificationFrequency.NONE) {
                assertNull(settings.checked().email());
            } else {
                assertTrue(refusal(settings).contains("« Aucune »"));
            }
        }
    }

    @Test
    void anAddressIsCheckedEvenWhenNobodyIsNotified() {
        assertThrows(
                InvalidRequest.class,
                () -> of(AccessMode.API, NotificationFrequency.NONE, "mairie", null)
                        .checked());
        assertEquals(
                "m@mairie.fr",
                of(AccessMode.API, NotificationFrequency.NONE, " m@mairie.fr", null)
                        .checked()
                        .email());
    }

    @Test
    void anEditorHasAPartInApiModeOnly() {
        assertEquals(
                EDITOR,
                of(AccessMode.API, NotificationFrequency.NONE, null, EDITOR)
                        .checked()
                        .editor());
        assertNull(of(AccessMode.PORTAIL, NotificationFrequency.NONE, null, EDITOR)
                .checked()
                .editor());
    }

    @Test
    void whatIsNoEditorIsNotNamed() {
        assertTrue(refusal(of(AccessMode.API, NotificationFrequency.NONE, null, SubscriptionTest.TOWN))
                .contains("n’est pas un éditeur"));
    }

    @Test
    void allThatIsRefusedIsNamedAtOnceFieldByField() {
        assertEquals(
                List.of(
                        SubscriptionSettings.Field.EDITOR,
                        SubscriptionSettings.Field.FREQUENCY,
                        SubscriptionSettings.Field.EMAIL),
                of(AccessMode.API, null, "mairie", SubscriptionTest.TOWN).problems().stream()
                        .map(FieldProblem::field)
                        .toList());
    }

    @Test
    void bothChoicesAreMade() {
        assertTrue(refusal(of(null, NotificationFrequency.NONE, null, null)).contains("Portail ou API"));
        assertTrue(refusal(of(AccessMode.API, null, null, null)).contains("fréquence"));
    }
}
