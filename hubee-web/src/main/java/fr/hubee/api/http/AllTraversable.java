package fr.hubee.api.http;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/** What is validated here is JSON, never an entity: nobody need ask Jakarta Persistence whether a property is loaded. */
public class AllTraversable implements TraversableResolver {

    @Override
    public boolean isReachable(Object owner, Path.Node property, Class<?> root, Path path, ElementType type) {
        return true;
    }

    @Override
    public boolean isCascadable(Object owner, Path.Node property, Class<?> root, Path path, ElementType type) {
        return true;
    }
}
