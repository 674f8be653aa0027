package fr.hubee.it.server;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** A skin as {@code docs/skin.md} says, that changes nothing which is seen. */
final class TestSkin {
    private static final String FOLDER = "META-INF/resources/hubee-skin/";

    private TestSkin() {}

    static EnterpriseArchive beside(EnterpriseArchive ear) {
        var skin = ShrinkWrap.create(JavaArchive.class, "test-skin.jar")
                .add(new StringAsset(":root { --skin-of-the-tests: beside; }"), FOLDER + "skin.css");
        return ear.addAsLibrary(skin);
    }
}
