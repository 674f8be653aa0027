package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import fr.hubee.it.rights.RightsTable;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that each service method is in the table of rights, with those who may call it. */
class RightsCoverageTest {

    @Test
    void everyMethodOfEveryServiceIsInTheTableOfRights() {
        var methods = ArchitectureTest.HUBEE.stream()
                .filter(ArchitectureTest.areSessionBeans())
                .filter(type -> type.getPackageName().startsWith("fr.hubee."))
                .filter(type -> !type.getPackageName().startsWith("fr.hubee.batch")) // timers: called by nobody
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(method -> name(method.getOwner()) + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(String.join("\n", methods), String.join("\n", new TreeSet<>(RightsTable.methods())));
    }

    private static String name(JavaClass type) {
        return type.getSimpleName();
    }
}
