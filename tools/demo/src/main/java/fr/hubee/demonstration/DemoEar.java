package fr.hubee.demonstration;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The product with one module more, which makes the demonstration at the first start. */
public final class DemoEar {
    private static final String MODULE = "hubee-demo.jar";

    private DemoEar() {}

    /**
     * @param product the built EAR
     * @param target where this module was built
     * @param folder of the result
     */
    public static Path make(Path product, Path target, Path folder) throws IOException {
        var ear = folder.resolve(product.getFileName());
        Files.createDirectories(folder);
        Files.copy(product, ear, StandardCopyOption.REPLACE_EXISTING);
        try (var content = FileSystems.newFileSystem(ear);
                var built = Files.newDirectoryStream(target, "hubee-demo-*-module.jar")) {
            Files.copy(built.iterator().next(), content.getPath(MODULE));
            var application = content.getPath("META-INF/application.xml");
            var modules = Files.readString(application);
            var more = modules.replace(
                    "<library-directory>", "<module><ejb>" + MODULE + "</ejb></module><library-directory>");
            if (more.equals(modules)) {
                throw new IllegalStateException("The EAR names no folder of libraries: " + product);
            }
            Files.writeString(application, more);
        }
        return ear;
    }
}
