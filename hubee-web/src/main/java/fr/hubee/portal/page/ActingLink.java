package fr.hubee.portal.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a servlet, or a method of a resource, whose GET requests have an effect, such as an entry of the journal: only our own pages may request it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ActingLink {
    /** Whether a page shows it in a frame, where the error page cannot stand: a refusal is told in a sentence. */
    boolean framed() default false;
}
