import SessionModel
import Testing

struct RegisterTests {
  private func register(_ numbers: [Int]) -> Register<Question> {
    var register = Register<Question>()
    for number in numbers {
      register[.init(number)] = Question(id: .init(number), text: "\(number)")
    }
    return register
  }

  @Test(arguments: [[1, 2, 3], [3, 1, 2], [2, 9, 4], [5]])
  func `things stand in the order of their names`(numbers: [Int]) {
    #expect(register(numbers).map(\.id.number) == numbers.sorted())
  }

  @Test func `each one is found by its name after others are taken out`() {
    var register = register(Array(1...20))
    for number in [1, 7, 13, 20] { register[.init(number)] = nil }
    for number in 1...20 {
      let isThere = ![1, 7, 13, 20].contains(number)
      #expect((register[.init(number)]?.text == "\(number)") == isThere)
    }
  }

  @Test func `what was taken out goes back to its place`() {
    var changed = register([1, 2, 3])
    let second = changed[.init(2)]
    changed[.init(2)] = nil
    changed[.init(2)] = second
    #expect(changed == register([1, 2, 3]))
  }
}
