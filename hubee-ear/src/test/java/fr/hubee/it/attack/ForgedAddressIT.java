package fr.hubee.it.attack;

import fr.hubee.it.OverHttp;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Partner;
import fr.hubee.websecurity.PersonCookie;
import org.junit.jupiter.api.Test;

/** Checks that only a configured proxy may state the address of a client; none is configured here. */
class ForgedAddressIT extends OverHttp {

    @Test
    void aForwardedAddressOfAnUntrustedProxyIsIgnored() {
        var national = Visitor.national();

        var answer = Partner.send(Partner.to("/it/door")
                        .header("Cookie", PersonCookie.NAME + "=" + national.openSession())
                        .header("X-Forwarded-For", "203.0.113.9"))
                .expect(200);

        answer.shows(" 127.0.0.1 ");
    }
}
