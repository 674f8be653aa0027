package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.portal.PageRightsIT.Who;
import fr.hubee.it.world.Organizations;
import fr.hubee.people.account.ActorType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everybody clicks at random, for ten minutes in all: each page has a heading, no error, and nothing for axe. Those who have data of their
 * own press all that they see; the others, whose acts would reach other tests, all that sends no form.
 */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class WanderIT extends InBrowser {
    static final long SEED = Long.getLong("hubee.seed", System.nanoTime());
    static final int SECONDS = Integer.getInteger("hubee.wander", 600);

    @BeforeAll
    static void open() {
        WalkIT.open();
    }

    static Visitor visitor(Who who) {
        return switch (who) {
            case AGENT -> Visitor.agent(WalkIT.town, WalkIT.PROCESS);
            case LOCAL -> Visitor.administrator(WalkIT.town);
            case EDITOR -> PageRightsIT.of(WalkIT.editor, ActorType.EDITOR);
            case BUSINESS -> PageRightsIT.of(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR);
            default -> Visitor.national();
        };
    }

    @ParameterizedTest
    @EnumSource
    void everybodyWanders(Who who) {
        boolean acts = List.of(Who.AGENT, Who.LOCAL, Who.EDITOR).contains(who);
        var wander = new Wander(chrome, new Random(SEED + who.name().hashCode()), acts, () -> {
            if (who == Who.NOBODY) {
                chrome.signOut().open("/connexion");
            } else {
                chrome.signIn(visitor(who)).open("/accueil");
            }
        });

        assertEquals("", wander.during(SECONDS / Who.values().length), "-Dhubee.seed=" + SEED);
    }
}
