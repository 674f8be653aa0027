package fr.hubee.shared.settings;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operator may set of one feature. It is read once, at start, by a constructor that takes the {@link SettingSource};
 * a value that makes no sense stops the start. Each setting is in the table of {@code docs/operations.md}.
 */
@Stereotype
@Singleton // a record has no proxy
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Settings {}
