package fr.hubee.it.attack;

import fr.hubee.it.server.Databases;
import fr.hubee.it.server.Patroni;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code ./dev test --long}: Patroni decides who takes over, and the shipped proxy leads there. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class PatroniIT extends FailoverContract {
    @Override
    Databases databases(Path folder) throws Exception {
        return Patroni.start();
    }
}
