"""The TeX commands that stand for one symbol, and the characters that can be raised or lowered."""

from enum import Enum


class Kind(Enum):
    """What a piece of a formula is to its neighbours; decides the blanks between them, as in TeX."""

    ORDINARY = "ordinary"
    WORD = "word"
    FUNCTION = "function"
    OPERATOR = "operator"
    BINARY = "binary"
    RELATION = "relation"
    OPENING = "opening"
    CLOSING = "closing"
    BAR = "bar"
    MIDDLE = "middle"
    PUNCTUATION = "punctuation"
    DOTS = "dots"
    PROSE = "prose"
    SIGN = "sign"
    SPACE = "space"
    QUAD = "quad"
    ALIGNMENT = "alignment"
    BREAK = "break"


def names(text: str) -> frozenset[str]:
    """The words of `text`, for tables that read better without quotation marks."""
    return frozenset(text.split())


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


GREEK = _pairs(
    """alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
    mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ
    psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"""
)
_ORDINARY = _pairs(
    """infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄
    neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ square □ Box □ blacksquare ■ checkmark ✓ dagger † ddagger ‡
    prime ′ degree ° therefore ∴ because ∵ imath ı jmath ȷ % % # # & & _ _ $ $"""
)
_BINARY = _pairs(
    """cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • odot ⊙ otimes ⊗ oplus ⊕ ominus ⊖ oslash ⊘ cup ∪
    cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ uplus ⊎ sqcup ⊔ sqcap ⊓"""
)
_RELATIONS = _pairs(
    """le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝
    triangleq ≜ coloneqq := lt < gt > ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ prec ≺
    succ ≻ preceq ⪯ succeq ⪰ perp ⊥ parallel ∥ mid | models ⊨ vdash ⊢ asymp ≍ to → rightarrow → longrightarrow ⟶
    gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦
    longmapsto ⟼ uparrow ↑ downarrow ↓ hookrightarrow ↪ rightsquigarrow ⇝"""
)
_OPERATORS = _pairs(
    """sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
    bigvee ⋁ bigwedge ⋀"""
)
_FENCES = {
    Kind.OPENING: _pairs("lfloor ⌊ lceil ⌈ langle ⟨ lVert ‖ lvert | lbrace { { { lbrack ["),
    Kind.CLOSING: _pairs("rfloor ⌋ rceil ⌉ rangle ⟩ rVert ‖ rvert | rbrace } } } rbrack ]"),
    Kind.BAR: _pairs("| ‖ Vert ‖ vert |"),
}
_DOTS = _pairs("ldots … dots … dotsc … dotsb ⋯ cdots ⋯ vdots ⋮ ddots ⋱")
_FUNCTIONS = names(
    """log ln lg exp max min sup inf lim limsup liminf sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan
    arg argmax argmin det dim deg gcd ker Pr rank softmax sigmoid relu sign sgn tr diag"""
)
_SPACES = dict.fromkeys((",", ";", ":", ">", " ", "\n", "thinspace", "enspace", "medspace"), " ")
_QUADS = {"quad": "  ", "qquad": "  "}

COMMANDS: dict[str, tuple[str, Kind]] = {
    name: (symbol, kind)
    for kind, table in (
        (Kind.ORDINARY, GREEK),
        (Kind.BINARY, _BINARY),
        (Kind.ORDINARY, _ORDINARY),
        (Kind.RELATION, _RELATIONS),
        (Kind.OPERATOR, _OPERATORS),
        (Kind.DOTS, _DOTS),
        (Kind.FUNCTION, {name: name for name in _FUNCTIONS}),
        (Kind.SPACE, _SPACES),
        (Kind.QUAD, _QUADS),
        *_FENCES.items(),
    )
    for name, symbol in table.items()
} | {"bmod": ("mod", Kind.BINARY), "colon": (":", Kind.PUNCTUATION)}

# What changes how TeX sets a formula but not what it says.
SILENT = names(
    """! displaystyle textstyle scriptstyle limits nolimits nonumber notag bf rm it cal big Big bigg Bigg bigl Bigl
    biggl Biggl bigr Bigr biggr Biggr bigm Bigm middle allowbreak"""
)

CHARACTERS: dict[str, tuple[str, Kind]] = {
    **{mark: (mark, Kind.RELATION) for mark in "=<>≤≥≠≈∈→←⇒"},
    **{mark: (mark, Kind.BINARY) for mark in "+·×÷±⊙⊗"},
    **{mark: (mark, Kind.OPENING) for mark in "(["},
    **{mark: (mark, Kind.CLOSING) for mark in ")]"},
    **{mark: (mark, Kind.PUNCTUATION) for mark in ",;"},
    **dict.fromkeys("-−–", ("−", Kind.BINARY)),
    "*": ("∗", Kind.BINARY),
    "/": ("/", Kind.ORDINARY),
    "|": ("|", Kind.BAR),
    "~": (" ", Kind.SPACE),
    "…": ("…", Kind.DOTS),
}

NEGATED = {"=": "≠", "∈": "∉", "≡": "≢", "⊂": "⊄", "⊆": "⊈", "∼": "≁", "≈": "≉", "∃": "∄", "<": "≮", ">": "≯", "∥": "∦"}

ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303",
    "widetilde": "\u0303", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
    "breve": "\u0306", "underline": "\u0332", "mathring": "\u030a",
}  # fmt: skip

DOUBLE_STRUCK = dict(zip("CHNPQRZE1", "ℂℍℕℙℚℝℤ𝔼𝟙", strict=True))

SUPERSCRIPTS = dict(
    zip(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤′°",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ′°",
        strict=True,
    )
)
SUBSCRIPTS = dict(zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
