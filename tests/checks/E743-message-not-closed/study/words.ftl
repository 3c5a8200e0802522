counted-item = { $n ->
    [one] { $n } story
   *[other] { $n stories
}
