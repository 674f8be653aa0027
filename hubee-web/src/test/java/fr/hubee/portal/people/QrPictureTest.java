package fr.hubee.portal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.portal.people.AuthenticatorPage.QrPicture;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    @Test
    void thePictureHasTheThreeCornersThatReadersLookForInsideAMargin() {
        var picture = QrPicture.of("otpauth://totp/HubEE:ada@example.org?secret=ABCDEFGH&issuer=HubEE");

        assertEquals("0 0 " + picture.size() + " " + picture.size(), picture.viewBox());
        int last = picture.size() - 5;
        for (var corner : new String[] {"M4,4h1", "M" + last + ",4h1", "M4," + last + "h1"}) {
            assertTrue(picture.path().contains(corner), corner);
        }
        assertTrue(!picture.path().contains("M3,") && !picture.path().contains("M" + (last + 1) + ","));
    }
}
