package io.millrace.backbone;

import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Collects what a business is made of, line by line. */
public final class BusinessDeclaration {

    private final String name;
    private String desks = "desks";
    private String deskWord = "desk";
    private String deskIs = "id";
    private final List<Input> inputs = new ArrayList<>();
    private final List<Shelf<?>> shelves = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private final List<Listing<?>> listings = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Personal> personals = new ArrayList<>();
    private final List<Shelf<?>> remembered = new ArrayList<>();
    private final List<Shelf<?>> noted = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Tally<SpecificRecord>> tallies = new ArrayList<>();
    private @Nullable Class<? extends Envelope> alarms;
    private @Nullable Class<? extends JournalEntry> journal;
    private @Nullable Class<? extends Receipt> receipts;
    private @Nullable Rules<SpecificRecord, SpecificRecord> rules;
    private @Nullable Shelf<?> house;
    private @Nullable Function<Moment, SpecificRecord> defaultHouse;
    private @Nullable Opening opening;
    private @Nullable Privacy privacy;
    private @Nullable Access houseAccess;
    private boolean quiet;
    private Function<SpecificRecord, List<Saying>> notices = _ -> List.of();
    private boolean reacts;
    private Auditor<SpecificRecord> auditor = (_, _, _) -> {};
    private BiFunction<SpecificRecord, Moment, List<Reaction>> reactions = (_, _) -> List.of();

    BusinessDeclaration(final String name) {
        this.name = name;
    }

    /**
     * How desks are called in paths, and one of them in bodies: {@code desks("shops", "shop")}. Those that are called
     * nothing in particular stand right below their business.
     */
    public BusinessDeclaration desks(final String many, final String one) {
        desks = many;
        deskWord = one;
        return this;
    }

    /** Which of the {@link Checks} a desk's id has to pass; {@code id} unless said. */
    public BusinessDeclaration deskIs(final String check) {
        deskIs = check;
        return this;
    }

    /** The topic {@code business.what} takes commands in this envelope, and that role may write to it. */
    public BusinessDeclaration input(final String what, final Class<? extends Envelope> envelope, final String writer) {
        inputs.add(new Input(name + "." + what, envelope, writer));
        return this;
    }

    public BusinessDeclaration says(
            final Class<? extends Envelope> alarm,
            final Class<? extends JournalEntry> entry,
            final Class<? extends Receipt> receipt) {
        alarms = alarm;
        journal = entry;
        receipts = receipt;
        return this;
    }

    @SuppressWarnings("unchecked") // the envelopes' unions and the sealed families say the same
    public <C extends SpecificRecord, E extends SpecificRecord> BusinessDeclaration rules(final Rules<C, E> decides) {
        rules = (Rules<SpecificRecord, SpecificRecord>) decides;
        return this;
    }

    public <T extends SpecificRecord> BusinessDeclaration house(final Shelf<T> shelf, final Function<Moment, T> rule) {
        house = shelf;
        defaultHouse = rule::apply;
        return keeps(shelf);
    }

    /** A desk is there once it is opened, and as long as its house says it is; {@code words} are given its id. */
    public <T extends SpecificRecord> BusinessDeclaration opened(
            final Class<T> houseIs, final Predicate<T> open, final String code, final UnaryOperator<String> words) {
        opening = new Opening(row -> open.test(houseIs.cast(row)), code, words);
        return this;
    }

    /** Lets in nobody but whom it concerns. */
    public BusinessDeclaration privately(final Privacy whose) {
        privacy = whose;
        return this;
    }

    /** Who may see a desk's house, where not everybody may see everything. */
    public BusinessDeclaration houseSeenBy(final Access who) {
        houseAccess = who;
        return this;
    }

    /** Tells nobody live what happens at its desks. */
    public BusinessDeclaration quietly() {
        quiet = true;
        return this;
    }

    public BusinessDeclaration keeps(final Shelf<?>... more) {
        shelves.addAll(List.of(more));
        return this;
    }

    public BusinessDeclaration forms(final Form... more) {
        forms.addAll(List.of(more));
        return this;
    }

    public BusinessDeclaration listings(final Listing<?>... more) {
        listings.addAll(List.of(more));
        return this;
    }

    public BusinessDeclaration views(final View... more) {
        views.addAll(List.of(more));
        return this;
    }

    public BusinessDeclaration personals(final Personal... more) {
        personals.addAll(List.of(more));
        return this;
    }

    /** Keeps what was on this shelf at past times too. */
    public BusinessDeclaration remembers(final Shelf<?> shelf) {
        remembered.add(shelf);
        return this;
    }

    /** Keeps this shelf, the one that a refusal may leave its note on: it must say nothing that a rule goes by. */
    public BusinessDeclaration notesRefusalsOn(final Shelf<?> shelf) {
        noted.add(shelf);
        return keeps(shelf);
    }

    /** Has the compacted topic {@code business.what} too, which only that role writes. */
    public BusinessDeclaration table(
            final String what, final Class<? extends SpecificRecord> value, final String writer) {
        tables.add(new Table(name + "." + what, value, writer));
        return this;
    }

    @SuppressWarnings("unchecked")
    public <E extends SpecificRecord> BusinessDeclaration tally(final Tally<E> tally) {
        tallies.add((Tally<SpecificRecord>) (Tally<?>) tally);
        return this;
    }

    @SuppressWarnings("unchecked")
    public <E extends SpecificRecord> BusinessDeclaration notices(final Function<E, List<Saying>> says) {
        notices = event -> says.apply((E) event);
        return this;
    }

    @SuppressWarnings("unchecked")
    public <E extends SpecificRecord> BusinessDeclaration reactions(
            final BiFunction<E, Moment, List<Reaction>> follows) {
        reacts = true;
        reactions = (event, moment) -> follows.apply((E) event, moment);
        return this;
    }

    /** What must add up in the journal, whatever the rules say: checked beside them, by laws of its own. */
    @SuppressWarnings("unchecked")
    public <E extends SpecificRecord> BusinessDeclaration audit(final Auditor<E> laws) {
        auditor = (Auditor<SpecificRecord>) laws;
        return this;
    }

    /** What can't be meant is told at once, all of it. */
    public Business declare() {
        final Business business = made();
        final List<String> mistakes = Mistakes.in(business);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(name + " can't be declared like that: " + String.join(" ", mistakes));
        }
        return business;
    }

    private Business made() {
        return new Business(
                name,
                desks,
                deskWord,
                deskIs,
                List.copyOf(inputs),
                Objects.requireNonNull(alarms, "says(...) is missing"),
                Objects.requireNonNull(journal, "says(...) is missing"),
                Objects.requireNonNull(receipts, "says(...) is missing"),
                Objects.requireNonNull(rules, "rules(...) are missing"),
                List.copyOf(shelves),
                List.copyOf(forms),
                List.copyOf(listings),
                List.copyOf(views),
                List.copyOf(personals),
                List.copyOf(remembered),
                List.copyOf(noted),
                List.copyOf(tables),
                List.copyOf(tallies),
                notices,
                reactions,
                reacts,
                auditor,
                Objects.requireNonNull(house, "house(...) is missing"),
                Objects.requireNonNull(defaultHouse, "house(...) is missing"),
                opening,
                privacy,
                houseAccess,
                quiet);
    }
}
