/**
 * The démarches: their owner, what may be attached, how long data is kept.
 *
 * <p>A field is a component of {@link fr.hubee.directory.process.AttachmentRules}, {@link fr.hubee.directory.process.RetentionRules} or
 * {@link fr.hubee.directory.process.PortalRules} with its column, and a constant of {@link fr.hubee.directory.process.ProcessField} with
 * its {@link fr.hubee.directory.process.FieldKind}. Its name stands in {@code words.properties}, its hint in the portal's
 * {@code demarche.properties}. The form, its checks, the journal, what a change by the API keeps, and the file that fills a new hub
 * follow from these five files (with the migration); a field of the contract also needs {@code ProcessJson} and its file in
 * {@code openapi}.
 */
package fr.hubee.directory.process;
